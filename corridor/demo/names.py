"""Given and family names by culture, written as the people themselves would write them.

Lists, not rules: a name belongs to one language, and mixing two makes nobody.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Culture:
    women: tuple[str, ...]
    men: tuple[str, ...]
    families: tuple[str, ...]
    languages: tuple[str, ...]
    """Spoken at home; English is added where people trained in it."""
    countries: tuple[str, ...]
    """Where people with these names work; a country named twice is twice as likely."""
    family_first: bool = False


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip().replace("_", " ") for word in text.split(",") if word.strip())


CULTURES: dict[str, Culture] = {
    "yoruba": Culture(
        women=_words("Tọ́mi, Ayọ̀midé, Fọlákẹ́, Títílayọ̀, Ṣadé, Adéọlá, Bùsọ́lá, Yétúndé"),
        men=_words("Ọlámidé, Babájídé, Kúnlé, Fẹ́mi, Ṣẹ́gun, Táyọ̀, Adéwálé, Dàmọ́lá"),
        families=_words("Adébáyọ̀, Láwal, Ògúnbíyì, Ọlátúnjí, Akíndélé, Fálọlá, Ọ̀ṣúndáre"),
        languages=("english", "yoruba"),
        countries=("NG", "NG", "GB", "US", "CA"),
    ),
    "igbo": Culture(
        women=_words("Adaeze, Chidịmma, Ngọzi, Ifeọma, Ụzọamaka, Nkirụka, Chiamaka, Obiageli"),
        men=_words("Chukwuemeka, Obinna, Ikechukwu, Ụchenna, Kelechi, Nnamdị, Chinedu, Ifeanyị"),
        families=_words("Okonkwọ, Nwosu, Eze, Onyekachi, Ụgwu, Okafọ, Anyanwụ, Ibekwe"),
        languages=("english", "igbo"),
        countries=("NG", "NG", "GB", "US", "IE"),
    ),
    "hausa": Culture(
        women=_words("Hauwa, Zainab, Rakiya, Ɗanjuma, Maryam, Sa'adatu, Asma'u"),
        men=_words("Ɓala, Ɗahiru, Garba, Sani, Abubakar, Ƙasimu, Nuhu, Habibu"),
        families=_words("Yusuf, Ɗantata, Bello, Ɓagudu, Gwandu, Abdullahi, Ƙaura, Sokoto"),
        languages=("english", "hausa"),
        countries=("NG", "NG", "GB", "EG"),
    ),
    "akan": Culture(
        women=_words("Akosua, Ama, Efua, Abena, Adwoa, Yaa, Serwaa, Esi"),
        men=_words("Kwame, Kofi, Yaw, Kwabena, Kojo, Ekow, Kwaku, Nana"),
        families=_words("Osei, Mɛnsa, Boateng, Asante, Ɔdɔnkɔ, Agyeman, Owusu, Adɔma"),
        languages=("english", "twi"),
        countries=("GH", "GH", "GB", "US"),
    ),
    "ewe": Culture(
        women=_words("Dzifa, Enyonam, Sena, Esinam, Elikem, Akpene, Mawuena"),
        men=_words("Edem, Selorm, Kɔdzo, Kafui, Sɛnyo, Delali, Mawuli"),
        families=_words("Agbɛko, Dzɔkɔtɔ, Ametɔwoyɔ, Kpɔdo, Tɔsu, Gbɛdɛma, Amɛnuvɔ"),
        languages=("english", "ewe"),
        countries=("GH", "GH", "US", "DE"),
    ),
    "swahili": Culture(
        women=_words("Wanjirũ, Achieng, Neema, Zawadi, Nyambura, Makena, Rehema"),
        men=_words("Mwangi, Otieno, Baraka, Kĩmani, Juma, Kamau, Ochieng"),
        families=_words("Mũthoni, Odhiambo, Njoroge, Wafula, Kariũki, Omondi, Mwakio"),
        languages=("english", "swahili"),
        countries=("KE", "KE", "GB", "CA"),
    ),
    "southern_africa": Culture(
        women=_words("Nomvula, Lerato, Thandeka, Zanele, Naledi, Boitumelo, Anneke"),
        men=_words("Sipho, Thabo, Mandla, Tshepo, Lwazi, Kagiso, Riaan"),
        families=_words("Dlamini, Mokoena, Nkosi, Mahlangu, Khumalo, Motsepe, van_der_Merwe"),
        languages=("english", "zulu"),
        countries=("ZA", "ZA", "GB", "AU"),
    ),
    "horn": Culture(
        women=_words("Hiwot, Selamawit, Hodan, Ayaan, Tsehay, Meseret, Ifrah"),
        men=_words("Dawit, Yonas, Abdi, Bereket, Liban, Tesfaye, Mahad"),
        families=_words("Tekle, Gebremariam, Warsame, Alemu, Farah, Haile, Jaamac"),
        languages=("english", "amharic"),
        countries=("US", "US", "KE", "GB"),
    ),
    "arabic": Culture(
        women=_words("Layla, Ḥanān, Nūr, Salmá, Rīm, Hibah, Maryam, Dīnā"),
        men=_words("Yūsuf, Ḥasan, Karīm, ʿUmar, Ṭāriq, Khālid, Sāmī, ʿAlī"),
        families=_words("al-Najjār, Ḥaddād, al-Khaṭīb, Manṣūr, Darwīsh, al-Shāmī, Ṣāliḥ"),
        languages=("arabic", "english"),
        countries=("EG", "EG", "JO", "US", "FR"),
    ),
    "turkish": Culture(
        women=_words("Elif, Ayşe, Zeynep, Gülşah, Özlem, Nazlı, Çiğdem"),
        men=_words("Emre, Oğuz, Barış, Çağrı, Yiğit, İsmail, Kağan"),
        families=_words("Yıldız, Öztürk, Şahin, Kılıç, Aydoğan, Güneş, Çetinkaya"),
        languages=("turkish", "english"),
        countries=("TR", "TR", "DE", "GB"),
    ),
    "persian": Culture(
        women=_words("Shirin, Parisa, Nasrin, Golnār, Mahsā, Āzādeh"),
        men=_words("Arash, Kāveh, Bahrām, Navid, Omid, Siāvash"),
        families=_words("Rostami, Moradi, Farahāni, Kāzemi, Tehrāni, Bahmani"),
        languages=("persian", "english"),
        countries=("CA", "US", "DE"),
    ),
    "hindi": Culture(
        women=_words("Priya, Ananya, Kavita, Meera, Ishita, Neha, Sunita, Pooja"),
        men=_words("Rohan, Arjun, Vikram, Sanjay, Aditya, Rahul, Nikhil, Deepak"),
        families=_words("Sharma, Verma, Chauhan, Mishra, Joshi, Bhatt, Kulkarni, Deshpande"),
        languages=("english", "hindi"),
        countries=("IN", "IN", "US", "GB", "CA"),
    ),
    "tamil": Culture(
        women=_words("Kavitha, Lakshmi, Nandhini, Yāzhini, Meenakshi, Revathi, Thamarai"),
        men=_words("Karthik, Senthil, Aravind, Murugan, Prakash, Ilango, Surya"),
        families=_words("Raman, Subramanian, Natarajan, Chelliah, Pillai, Sivakumar, Rajan"),
        languages=("english", "tamil"),
        countries=("IN", "IN", "GB", "AU", "US"),
    ),
    "punjabi": Culture(
        women=_words("Harpreet, Simran, Jasleen, Manpreet, Gurleen, Navneet"),
        men=_words("Gurpreet, Jaspreet, Amrit, Harjit, Balvir, Ranjit"),
        families=_words("Gill, Sandhu, Dhillon, Grewal, Bains, Sidhu"),
        languages=("english", "punjabi"),
        countries=("IN", "CA", "CA", "GB"),
    ),
    "bengali": Culture(
        women=_words("Nusrat, Tahmina, Sharmila, Anindita, Farzana, Mitali"),
        men=_words("Imran, Subrata, Tanvir, Anirban, Rafiq, Debashis"),
        families=_words("Chowdhury, Banerjee, Rahman, Sengupta, Hossain, Mukherjee"),
        languages=("english", "bengali"),
        countries=("IN", "GB", "US"),
    ),
    "urdu": Culture(
        women=_words("Ayesha, Sana, Fāṭima, Mahnoor, Zara, Rabia"),
        men=_words("Bilal, Hamza, Usmān, Faisal, Asad, Zeeshan"),
        families=_words("Qureshi, Malik, Siddiqui, Awan, Chaudhry, Mirza"),
        languages=("english", "urdu"),
        countries=("GB", "GB", "US", "IE"),
    ),
    "vietnamese": Culture(
        women=_words("Thị_Hạnh, Thị_Mai, Ngọc_Ánh, Thuỳ_Dương, Bích_Ngọc, Khánh_Linh, Thảo_Vy"),
        men=_words("Văn_Minh, Đức_Anh, Quốc_Bảo, Hữu_Phước, Tuấn_Kiệt, Gia_Huy, Đình_Khôi"),
        families=_words("Nguyễn, Trần, Lê, Phạm, Huỳnh, Vũ, Đặng, Bùi"),
        languages=("vietnamese", "english"),
        countries=("VN", "VN", "US", "AU", "FR"),
        family_first=True,
    ),
    "korean": Culture(
        women=_words("Ji-eun, Soo-min, Hye-jin, Min-seo, Yoo-na, Eun-ji"),
        men=_words("Jin-woo, Min-jun, Seung-ho, Dong-hyun, Tae-yang, Hyun-woo"),
        families=_words("Park, Kim, Lee, Choi, Jung, Kang, Yoon"),
        languages=("korean", "english"),
        countries=("KR", "KR", "US", "CA"),
    ),
    "chinese": Culture(
        women=_words("Měilíng, Xiǎoyàn, Jiāyí, Yǔtóng, Huìmǐn, Xīnyí"),
        men=_words("Wěi, Jiànhóng, Hàorán, Zhìyuǎn, Mínghuī, Yìchén"),
        families=_words("Lǐ, Wáng, Zhāng, Chén, Lín, Huáng, Liú"),
        languages=("mandarin", "english"),
        countries=("US", "US", "CA", "AU", "NZ"),
    ),
    "japanese": Culture(
        women=_words("Haruka, Yūko, Sakura, Ayumi, Kaori"),
        men=_words("Kenji, Tarō, Daisuke, Ryōta, Shinji"),
        families=_words("Satō, Kondō, Itō, Yamamoto, Ōtani, Saitō"),
        languages=("japanese", "english"),
        countries=("US", "AU"),
    ),
    "filipino": Culture(
        women=_words("Maria_Luz, Jasmine, Tala, Ligaya, Rosalie, Dalisay"),
        men=_words("Jose_Mari, Paolo, Bayani, Dakila, Miguel, Isagani"),
        families=_words("Reyes, Santos, Bautista, Dela_Cruz, Magsaysay, Manalo, Pangilinan"),
        languages=("english", "tagalog"),
        countries=("PH", "PH", "US", "NZ"),
    ),
    "mexican": Culture(
        women=_words("Rosa, Xóchitl, Guadalupe, Itzel, Marisol, Verónica, Araceli"),
        men=_words("Miguel, Andrés, Cuauhtémoc, José_Luis, Iván, Ramón, Óscar"),
        families=_words("Delgado, Hernández, Ramírez_Luna, Ibáñez, Muñoz, Cárdenas, Peña_Solís"),
        languages=("spanish", "english"),
        countries=("MX", "MX", "US", "US"),
    ),
    "andean": Culture(
        women=_words("Lucía, Killa, Camila, Illari, Valentina, Noemí"),
        men=_words("Inti, Julián, Amaru, Sebastián, Wayra, Matías"),
        families=_words("Quispe, Mamani, Condori, Ñahui, Vásquez, Guzmán"),
        languages=("spanish", "quechua"),
        countries=("PE", "PE", "ES", "US"),
    ),
    "spanish": Culture(
        women=_words("Nuria, Begoña, Inés, Lucía, Leire, Montserrat"),
        men=_words("Álvaro, Iñigo, Íker, Raúl, Xavier, Joaquín"),
        families=_words("Núñez, Echeverría, Puig_i_Serra, Castaño, Zubía, Fernández-Rúa"),
        languages=("spanish", "english"),
        countries=("ES", "ES", "GB"),
    ),
    "portuguese": Culture(
        women=_words("Lúcia, Inês, Conceição, Mariana, Beatriz, Júlia"),
        men=_words("Mateus, João, Tomás, Gonçalo, Thiago, Estêvão"),
        families=_words("Barbosa, Ferreira, Simões, Conceição, Araújo, Guimarães, da_Silva_Leão"),
        languages=("portuguese", "english"),
        countries=("PT", "BR", "BR", "US"),
    ),
    "haitian": Culture(
        women=_words("Roseline, Nadège, Mirlande, Fabiola, Guerda"),
        men=_words("Jean-Robert, Wisly, Emmanuel, Frantz, Dieudonné"),
        families=_words("Désir, Toussaint, Pierre-Louis, Célestin, Jean-Baptiste"),
        languages=("french", "english"),
        countries=("US", "CA"),
    ),
    "caribbean": Culture(
        women=_words("Shanice, Marcia, Kezia, Alana, Denise"),
        men=_words("Andre, Kemar, Winston, Marlon, Dwayne"),
        families=_words("Campbell, Baptiste, Grant, Mohammed, Braithwaite"),
        languages=("english",),
        countries=("GB", "US", "CA"),
    ),
    "african_american": Culture(
        women=_words("Imani, Jasmine, Aaliyah, Denise, Nia, Tamika, Simone"),
        men=_words("Marcus, Darius, Malik, Jamal, Terrence, Isaiah, Andre"),
        families=_words("Washington, Booker, Freeman, Coleman, Bridges, Gaines, Whitfield"),
        languages=("english",),
        countries=("US",),
    ),
    "appalachian": Culture(
        women=_words("Emily, Sarah, Hannah, Rachel, Becca, Claire"),
        men=_words("Sam, Tyler, Caleb, Wyatt, Ben, Josh"),
        families=_words("Whitlock, Combs, Hatcher, Sizemore, McCoy, Ratliff"),
        languages=("english",),
        countries=("US",),
    ),
    "british": Culture(
        women=_words("Helen, Eleanor, Bronwen, Sioned, Morag, Catrin, Imogen"),
        men=_words("Owain, Callum, Gareth, Alasdair, Tom, Hamish, Rhys"),
        families=_words("Vaughan, Llewellyn, Buchanan, Hargreaves, Pritchard, MacLeòid, Ashworth"),
        languages=("english",),
        countries=("GB", "GB", "AU", "NZ"),
    ),
    "irish": Culture(
        women=_words("Eilidh, Sorcha, Aoife, Róisín, Niamh, Gráinne, Bríd"),
        men=_words("Ciarán, Oisín, Séamus, Pádraig, Eoghan, Tadhg"),
        families=_words("Ó_Briain, Ó_Ceallaigh, Ó_Súilleabháin, Byrne, Mac_Cárthaigh, Gallagher"),
        languages=("english", "irish"),
        countries=("IE", "IE", "GB", "US"),
    ),
    "german": Culture(
        women=_words("Käthe, Änne, Jördis, Ute, Franziska, Sigrid"),
        men=_words("Jürgen, Götz, Björn, Matthias, Sönke, Lennart"),
        families=_words("Müller-Groß, Weißenborn, Schäfer, Köhler, Krüger, Böttcher"),
        languages=("german", "english"),
        countries=("DE", "DE", "US"),
    ),
    "french": Culture(
        women=_words("Hélène, Zoé, Maëlle, Agnès, Clémence, Françoise"),
        men=_words("Étienne, Loïc, Rémi, François, Gaël, Noël"),
        families=_words("Lefèvre, Béranger, Saint-Clair, Dubois, Maçon, Rousseau-Guérin"),
        languages=("french", "english"),
        countries=("FR", "FR", "CA"),
    ),
    "polish": Culture(
        women=_words("Agnieszka, Małgorzata, Zofia, Kinga, Bożena, Łucja"),
        men=_words("Łukasz, Paweł, Wojciech, Michał, Stanisław, Grzegorz"),
        families=_words("Wójcik, Dąbek, Woźniak, Żuraw, Krawczyk, Świątek-Nowak, Gołąb"),
        languages=("polish", "english"),
        countries=("PL", "PL", "GB", "DE"),
    ),
    "nordic": Culture(
        women=_words("Ingrid, Åsa, Sólveig, Maren, Tuuli, Þóra"),
        men=_words("Søren, Håkon, Jóhann, Mårten, Bjørn, Väinö"),
        families=_words("Sørensen, Lindqvist, Åkerström, Hämäläinen, Ødegård, Bjørnstad"),
        languages=("swedish", "english"),
        countries=("SE", "SE", "GB"),
    ),
    "balkan": Culture(
        women=_words("Jelena, Željka, Ioana, Ștefania, Snežana"),
        men=_words("Đorđe, Miloš, Andrei, Răzvan, Željko"),
        families=_words("Kovačević, Popović, Ionescu, Țîrlea, Živković, Drăgan"),
        languages=("english", "serbian"),
        countries=("DE", "GB", "SE"),
    ),
    "ukrainian": Culture(
        women=_words("Oksana, Zoriana, Kateryna, Mariia, Solomiia"),
        men=_words("Taras, Andrii, Bohdan, Ostap, Yevhen"),
        families=_words("Shevchuk, Kovalenko, Bondar, Tkachenko, Lysenko"),
        languages=("ukrainian", "english"),
        countries=("PL", "DE", "CA"),
    ),
    "dine": Culture(
        women=_words("Shandiin, Nizhoni, Raven, Sheyenne, Autumn"),
        men=_words("Nash, Kodi, Elias, Darrell, Tyrell"),
        families=_words("Begay, Yazzie, Tsosie, Benally, Nez, Bitsuie"),
        languages=("english", "navajo"),
        countries=("US",),
    ),
    "cree": Culture(
        women=_words("Nîpin, Mîkwan, Kisê, Danielle, Sage"),
        men=_words("Mahihkan, Dakota, Kihêw, Raymond, Noah"),
        families=_words("Cardinal, Bearhead, Moostoos, Cheechoo, Wâpistikwân, Lafrenière"),
        languages=("english", "cree"),
        countries=("CA",),
    ),
    "maori": Culture(
        women=_words("Aroha, Ngaio, Mereana, Hinemoa, Kahurangi"),
        men=_words("Hēmi, Tāne, Wīremu, Rāwiri, Mānu"),
        families=_words("Parata, Te_Rangi, Ngāwati, Tūhoro, Kōpua, Rāpana"),
        languages=("english", "māori"),
        countries=("NZ", "NZ", "AU"),
    ),
    "pacific": Culture(
        women=_words("Sina, Mele, Leilani, Kaʻiulani, Losa, ʻAna"),
        men=_words("Sione, Tavita, Keoni, Ioane, Semisi, Kealiʻi"),
        families=_words("Faleolo, Leaupepe, Kealoha, Tuʻipulotu, Maʻafu, Nāpali"),
        languages=("english", "samoan"),
        countries=("WS", "NZ", "US"),
    ),
}
"""Name of the culture -> its names; the order is part of what a seed means."""

PLAIN_LETTERS = str.maketrans(
    {
        "ɓ": "b", "ɗ": "d", "ƙ": "k", "ɛ": "e", "ɔ": "o", "ł": "l", "ø": "o", "đ": "d",
        "ß": "ss", "æ": "ae", "ı": "i", "þ": "th", "ð": "d",
    }
)  # fmt: skip
"""Letters that Unicode does not take apart into a plain letter and an accent."""
