"""First and last names in use in many countries, for texts that name people who do not exist."""

NAMES = {
    "US": (
        "Emily Tyler Madison Jacob Hannah Brandon",
        "Miller Parker Sullivan Hayes Whitman Foster",
    ),
    "GB": (
        "Imogen Alfie Poppy Rhys Fiona Callum",
        "Ashworth Pemberton Llewellyn Fraser Sutcliffe Hughes",
    ),
    "MX": (
        "Guadalupe Itzel Ximena Santiago Rocío Efraín",
        "Hernández Ibarra Zepeda Quiroz Xolalpa Núñez",
    ),
    "BR": (
        "Thaís João Luíza Caetano Iracema Vinícius",
        "Gonçalves Araújo Peixoto Barros Assunção Ferraz",
    ),
    "VN": ("Hạnh Tuấn Phương Đức Thảo Quỳnh", "Nguyễn Trần Phạm Đỗ Huỳnh Vũ"),
    "IN": (
        "Lakshmi Arjun Kavya Rohit Meenakshi Sanjay",
        "Iyer Chatterjee Deshpande Reddy Bhattacharya Kaur",
    ),
    "Yoruba": (
        "Adébáyọ̀ Fọlákẹ́ Ọlámidé Títílayọ̀ Ṣadé Kúnlé",
        "Ògúnlẹ́yẹ Adéyẹmí Akínwándé Ọ̀ṣúntókun Bámgbóṣé Ajàyí",
    ),
    "Igbo": (
        "Chidinma Obinna Ngozi Ikenna Adaobi Chukwuemeka",
        "Okonkwọ Eze Nwosu Ụzọma Okafọ Mbachu",
    ),
    "Zulu": (
        "Nomvula Sipho Thandiwe Bongani Zanele Mthunzi",
        "Dlamini Nkosi Mkhize Ngubane Buthelezi Zungu",
    ),
    "Akan": ("Kwabena Akosua Yaw Abena Kofi Adwoa", "Mɛnsa Owusu Boateng Asante Ɔkyere Ankrah"),
    "Turkish": (
        "Gülşen Çağatay İpek Oğuz Şebnem Tuğba",
        "Yıldırım Özdemir Şahin Çelik Gündoğdu Işık",
    ),
    "Polish": (
        "Małgorzata Łukasz Żaneta Zbigniew Agnieszka Krzysztof",
        "Wójcik Szczepański Dąbrowska Zięba Ćwik Kołodziej",
    ),
    "Arabic": (
        "Fatima Yousef Layla Khalid Noor Abdulrahman",
        "Al-Masri Haddad El-Sayed Mansour Darwish Bakri",
    ),
    "Chinese": ("Xiaoming Meiling Jianguo Yuhan Qiaoling Weidong", "Zhang Wang Ouyang Xu Zhao Liu"),
    "Korean": ("Jin-woo Seo-yeon Min-jun Ha-eun Dong-hyun Eun-ji", "Park Choi Hwang Yoon Kang Bae"),
    "Hawaiian": (
        "Keahi Leilani Kaimana Nohea Kekoa Māhealani",
        "Kahananui Kealoha Mahoe Kaʻaihue Nāone Akana",
    ),
    "Navajo": (
        "Shandiin Bidziil Yanaba Hok'ee Nizhoni Ahiga",
        "Begay Tsosie Yazzie Benally Nez Etsitty",
    ),
    "Ukrainian": (
        "Оксана Тарас Людмила Богдан Соломія Іван",
        "Шевченко Коваленко Мельник Гнатюк Бойко Савчук",
    ),
}
"""Locale -> six first names, six last names."""
