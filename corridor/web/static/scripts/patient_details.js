// Possible patient identifiers in a draft, before it leaves this device: the same rules as on the
// server (corridor/algorithms/patient_details/rules.json), which decides. What is said here is what
// is said there; tests hold both to the same examples.
const WEIGHT = { note: 0, ask: 1, hold: 2 };
const STATES = ["clear", "look_again", "stop"];
const ENOUGH_TOGETHER = 2;
const BEFORE = 40;
const SHORTEST_NUMBER = 7;
const REACH = { match: [0, 0], before: [1, 0], after: [0, 1], near: [1, 1] };
const NO_SHORT_WORDS = new Set(["i", "f", "m"]);
const TOKEN = /[a-z0-9][a-z0-9'/-]{0,40}/g;
const WORD = /[^ ,]{1,40}/g;
const SENTENCE_END = /[.!?]{1,3}["')]{0,2} (?=[A-Z0-9@#("'])|\n/g;
const LAST_WORD = /[A-Za-z.]{0,12}$/;

export function checker(said) {
  const pack = packed(said);
  return (text, { place = "post", own = [], hemisphere = "", say = (words) => words } = {}) => {
    const folded = pack.fold(text);
    const reading = read(folded, pack, place === "case");
    const mine = own.map((one) => pack.fold(one).lower).map((one) => strip(one, " @"));
    const kept = apart(pack.rules.flatMap((rule) => found(rule, reading, { place, hemisphere, say }, pack)))
      .filter((one) => !isOwn(folded.lower.slice(one.start, one.end), mine));
    const weighed = spansOf(reading, pack.softenedBy, pack).length ? softened(kept, pack) : together(kept, pack);
    const worst = Math.max(0, ...weighed.map((one) => WEIGHT[one.state]));
    return { state: STATES[worst], findings: weighed.map((one) => inOriginal(one, folded)) };
  };
}

// The pack, with its patterns compiled.
function packed(said) {
  const expanded = (source) => {
    while (source.includes("{{")) source = source.replace(/\{\{([A-Za-z]+)\}\}/g, (_all, name) => said.macros[name]);
    return source;
  };
  const compiled = (sources = []) => sources.map((source) => new RegExp(expanded(source), "dg"));
  const sticky = (source) => new RegExp(expanded(source), "dy");
  const conditions = (texts = []) => texts.map((text) => {
    const [cues, where] = text.split("@");
    const [scope, within] = where.split(":");
    return { cues: cues.split("|"), scope, within: Number(within || 0) };
  });
  const cues = {};
  const cuesOfWords = new Map();
  for (const [name, cue] of Object.entries(said.cues)) {
    cues[name] = { patterns: compiled(cue.patterns), cased: compiled(cue.cased) };
    for (const word of cue.words) cuesOfWords.set(word, [...(cuesOfWords.get(word) || []), name]);
  }
  const rules = said.rules.map((rule, place) => ({
    ...rule,
    place,
    patterns: compiled(rule.patterns),
    label: rule.label && compiled([rule.label])[0],
    value: rule.value && sticky(rule.value),
    needs: conditions(rule.needs),
    unless: conditions(rule.unless),
    raised: rule.raise && { ...rule.raise, needs: conditions(rule.raise.needs) },
  }));
  const words = Object.fromEntries(Object.entries(said.words).map(([name, list]) => [name, new Set(list)]));
  const quasi = new Set(Object.keys(said.kinds).filter((kind) => said.kinds[kind].quasi));
  const eponym = sticky(said.macros.eponym);
  return { rules, cues, cuesOfWords, words, quasi, eponym, softenedBy: said.softened_by, fold: folding(said.fold) };
}

// Plain letters, plain digits, single spaces, and of each its place in the text.
function folding({ letters, zeros, uncased }) {
  const known = new Map();
  const starts = zeros.map((zero) => zero.codePointAt(0));
  const plain = (character) => {
    if ("\n\u2028\u2029".includes(character)) return "\n";
    if (character >= " " && character <= "~" && character.length === 1) return character;
    if (Object.hasOwn(letters, character)) return letters[character];
    if (/\p{Zs}|[\t\v\f\r]/u.test(character)) return " ";
    if (/\p{Cf}|\p{Cc}|\p{M}|\p{Cs}/u.test(character)) return "";
    if (/\p{Lu}|\p{Lt}/u.test(character)) return "Q";
    if (/\p{Ll}/u.test(character)) return "q";
    if (/\p{L}/u.test(character)) return uncased;
    const point = character.codePointAt(0);
    const zero = starts.find((start) => start <= point && point <= start + 9);
    if (zero !== undefined) return String(point - zero);
    return character === "\u2044" ? "/" : " ";
  };
  const folded = (character) => {
    if (!known.has(character)) {
      const parts = Object.hasOwn(letters, character) ? letters[character] : character.normalize("NFKD");
      known.set(character, [...parts].map(plain).join(""));
    }
    return known.get(character);
  };
  return (text) => {
    let out = "";
    let place = 0;
    const origins = [];
    for (const character of text) {
      for (const letter of folded(character)) {
        if (letter === " " && (out.endsWith(" ") || out.endsWith("\n"))) continue;
        out += letter;
        origins.push(place);
      }
      place += character.length;
    }
    return { text: out, lower: out.toLowerCase(), origins: [...origins, text.length], original: text };
  };
}

function inOriginal(finding, { origins, original }) {
  const last = origins[finding.end - 1];
  const size = String.fromCodePoint(original.codePointAt(last)).length;
  return { ...finding, start: origins[finding.start], end: Math.max(origins[finding.end], last + size) };
}

// A text while it is read: its sentences, and where cues begin in them.
function read({ text, lower }, pack, isCase) {
  const words = {};
  for (const token of lower.matchAll(TOKEN)) {
    const names = pack.cuesOfWords.get(token[0]) || pack.cuesOfWords.get(token[0].replace(/'s$/, "")) || [];
    for (const name of names) (words[name] ||= []).push([token.index, token.index + token[0].length]);
  }
  const sentences = [0];
  for (const end of text.matchAll(SENTENCE_END)) {
    const last = text.slice(Math.max(0, end.index - 12), end.index).match(LAST_WORD)[0].toLowerCase();
    const isShort = (last.length === 1 && !NO_SHORT_WORDS.has(last)) || pack.words.abbreviations.has(last);
    if (end[0] === "\n" || !(end[0].startsWith(". ") && isShort)) sentences.push(end.index + end[0].length);
  }
  return { text, lower, words, sentences: [...sentences, text.length + 1], spans: {}, isCase };
}

function spansOf(reading, name, pack) {
  if (!reading.spans[name]) {
    const cue = pack.cues[name];
    const all = [...(reading.words[name] || [])];
    for (const pattern of cue.patterns) for (const match of reading.lower.matchAll(pattern)) all.push(match.indices[0]);
    for (const pattern of cue.cased) for (const match of reading.text.matchAll(pattern)) all.push(match.indices[0]);
    reading.spans[name] = all.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  }
  return reading.spans[name];
}

function firstAtLeast(count, at, wanted) {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function holds(reading, condition, start, end, pack) {
  const [low, high] = part(reading, condition, start, end);
  const isWide = condition.scope === "text" || condition.scope === "sentence";
  return condition.cues.some((name) => {
    if (isWide && reading.isCase && name === "patient") return true;
    const spans = spansOf(reading, name, pack);
    const place = firstAtLeast(spans.length, (one) => spans[one][0], low);
    return place < spans.length && spans[place][0] < high;
  });
}

function part({ text, sentences }, { scope, within }, start, end) {
  if (scope === "text") return [0, text.length];
  if (scope === "sentence") {
    const place = firstAtLeast(sentences.length, (one) => sentences[one], start + 1);
    return [sentences[place - 1], sentences[place]];
  }
  const [back, ahead] = REACH[scope];
  const from = scope === "after" ? end : start;
  const to = scope === "before" ? start : end;
  return [from - back * within, to + ahead * within];
}

function found(rule, reading, { place, hemisphere, say }, pack) {
  if (rule.contexts && !rule.contexts.includes(place)) return [];
  if (rule.digits && !/[0-9]/.test(reading.text)) return [];
  if (rule.has && !rule.has.some((one) => reading.lower.includes(one))) return [];
  const all = (conditions, span) => conditions.every((one) => holds(reading, one, ...span, pack));
  if (!all(rule.needs.filter((one) => one.scope === "text"), [0, 0])) return [];
  const findings = [];
  for (const match of matches(rule, reading, pack)) {
    const narrowed = narrow(rule, reading, match, pack);
    if (!narrowed) continue;
    const [start, end, words] = narrowed;
    const digits = (reading.text.slice(start, end).match(/[0-9]/g) || []).length;
    if (words < (rule.words || 0) || digits < (rule.digits || 0)) continue;
    if (!all(rule.needs, [start, end])) continue;
    if (rule.unless.some((one) => holds(reading, one, start, end, pack))) continue;
    const { raised } = rule;
    const isRaised = raised && words >= raised.words && all(raised.needs, [start, end]);
    const suggestion = BUILDERS[rule.suggest]({
      text: reading.lower.slice(start, end),
      before: reading.lower.slice(Math.max(0, start - BEFORE), start),
      hemisphere,
      say,
    });
    const state = isRaised ? raised.to : rule.state;
    findings.push({ start, end, kind: rule.kind, state, rule: rule.id, why: say(rule.why), suggestion, place: rule.place });
  }
  return findings;
}

function* matches(rule, reading, pack) {
  if (rule.cue) yield* spansOf(reading, rule.cue, pack);
  if (rule.label) {
    for (const label of reading.lower.matchAll(rule.label)) {
      rule.value.lastIndex = label.indices[0][1];
      const value = rule.value.exec(reading.text);
      if (value) yield value.indices[0];
    }
  }
  for (const pattern of rule.patterns) {
    for (const match of (rule.cased ? reading.text : reading.lower).matchAll(pattern)) {
      yield match.indices.findLast((span) => span !== undefined);
    }
  }
}

function narrow(rule, reading, [start, end], pack) {
  if (rule.is_name) return nameIn(reading, start, end, pack, rule.is_sure);
  if (rule.is_place) return placeIn(reading, start, end, pack);
  const last = start + reading.text.slice(start, end).replace(/[ .,;:\-/(]{1,400}$/, "").length;
  const first = last - reading.text.slice(start, last).replace(/^ {1,400}/, "").length;
  return first < last ? [first, last, 1] : null;
}

function* wordsIn(text, start, end) {
  for (const word of text.slice(start, end).matchAll(WORD)) {
    const bare = word[0].replace(/[.;:]{1,40}$/, "").toLowerCase().replace(/'s$/, "");
    yield [start + word.index, start + word.index + word[0].length, bare];
  }
}

function nameIn(reading, start, end, pack, isSure) {
  const { titles, ordinary, surnames_too, particles, eponyms, institutions } = pack.words;
  const rows = [[]];
  for (const word of wordsIn(reading.text, start, end)) {
    const [row, bare] = [rows.at(-1), word[2]];
    const followsTitle = row.length > 0 && titles.has(row.at(-1)[2]);
    const isSurname = row.length && /[A-Z]/.test(reading.text[word[0]]) && (surnames_too.has(bare) || followsTitle);
    if (ordinary.has(bare) && !titles.has(bare) && !isSurname) rows.push([]);
    else row.push(word);
  }
  const kept = rows.reduce((longest, row) => (row.length > longest.length ? row : longest));
  while (kept.length && particles.has(kept.at(-1)[2]) && /[a-z]/.test(reading.text[kept.at(-1)[0]])) kept.pop();
  const names = kept.map((word) => word[2]).filter((word) => !titles.has(word));
  const hasTitle = names.length < kept.length;
  if (!names.length || (!hasTitle && names.every((word) => word.length === 1))) return null;
  const first = kept[0][0];
  let last = kept.at(-1)[1];
  if (!hasTitle) {
    if (!isSure && names.every((word) => eponyms.has(word))) return null;
    if (names.slice(1).some((word) => institutions.has(word))) return null;
    if (isEponym(reading, last, pack)) return null;
  }
  if (reading.text.slice(first, last).endsWith("'s")) last -= 2;
  return [first, last, kept.length];
}

function placeIn(reading, start, end, pack) {
  const { calendar, ordinary, of_places, joining, titles, wide_places, no_places } = pack.words;
  const kept = [];
  for (const word of wordsIn(reading.text, start, end)) {
    if (calendar.has(word[2])) break;
    if (!kept.length && ordinary.has(word[2]) && !of_places.has(word[2])) continue;
    kept.push(word);
  }
  while (kept.length && joining.has(kept.at(-1)[2])) kept.pop();
  if (!kept.length || titles.has(kept[0][2]) || kept.every((word) => wide_places.has(word[2]))) return null;
  if (kept.length === 1 && no_places.has(kept[0][2])) return null;
  if (isEponym(reading, kept.at(-1)[1], pack)) return null;
  return [kept[0][0], kept.at(-1)[1], kept.length];
}

function isEponym(reading, at, { eponym }) {
  eponym.lastIndex = at;
  return eponym.test(reading.lower);
}

// Of findings that overlap the heaviest, then the longest, then that of the earlier rule.
function apart(findings) {
  const byWeight = [...findings].sort((a, b) =>
    WEIGHT[b.state] - WEIGHT[a.state] || b.end - b.start - (a.end - a.start) || a.place - b.place || a.start - b.start);
  const taken = new Set();
  const kept = [];
  for (const { place, ...one } of byWeight) {
    const places = Array.from({ length: one.end - one.start }, (_one, index) => one.start + index);
    if (places.some((at) => taken.has(at))) continue;
    for (const at of places) taken.add(at);
    kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function softened(findings, { quasi }) {
  return findings.map((one) => (quasi.has(one.kind) ? { ...one, state: "note" } : one));
}

function together(findings, { quasi }) {
  const kinds = new Set(findings.map((one) => one.kind).filter((kind) => quasi.has(kind)));
  if (kinds.size < ENOUGH_TOGETHER) return findings;
  return findings.map((one) => (one.state === "note" && quasi.has(one.kind) ? { ...one, state: "ask" } : one));
}

function strip(text, characters) {
  let [start, end] = [0, text.length];
  while (start < end && characters.includes(text[start])) start += 1;
  while (end > start && characters.includes(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

function isOwn(value, own) {
  const bare = strip(value, " @");
  if (own.some((one) => ` ${one} `.includes(` ${bare} `))) return true;
  const digits = (text) => text.replace(/[^0-9]/g, "");
  return digits(value).length >= SHORTEST_NUMBER && own.some((one) => digits(one) === digits(value));
}

// What to write instead; as suggestions.py says it.
const LEFT_OUT = "[left out]";
const HER = /\b(?:woman|lady|female|f|girl|mum|mom|mother|grandmother|grandma|granny|nun)$/;
const HIS = /\b(?:man|gentleman|male|m|guy|boy|dad|father|grandfather|grandpa|priest)$/;
const ARTICLE = /\b(?:an?|the|my|our|this|that|another|one)(?: [a-z]{3,12})? $/;
const OF_PATIENT = /(?:\bpt|\bpatient)(?: named| called| is)?,? $/;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const SEASONS = [..."wwsssuuuaaaw"].map((one) => ({ w: "winter", s: "spring", u: "summer", a: "autumn" })[one]);
const PARTS_OF_YEAR = ["early in {year}", "in the middle of {year}", "late in {year}"];

function decade({ text, before, say }) {
  const number = text.match(/[0-9]{1,3}/);
  const isOver = (number && Number(number[0]) >= 100) || text.includes("hundred");
  if (HER.test(text)) return say(isOver ? "woman over ninety" : "woman in her nineties");
  if (HIS.test(text)) return say(isOver ? "man over ninety" : "man in his nineties");
  if (ARTICLE.test(before) || /(?:patient|pt)$/.test(text)) return say(isOver ? "patient over ninety" : "patient in their nineties");
  return say(isOver ? "over ninety" : "in their nineties");
}

function season({ text, hemisphere, say }) {
  const year = text.match(/\b(?:19|20)[0-9]{2}\b/);
  const short = text.match(/(?:'|[-/.])([0-9]{2})$/);
  const said = year ? year[0] : short ? `20${short[1]}` : "";
  const named = text.match(/(?:^|[^a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/);
  const numbered = text.match(/(?:19|20)[0-9]{2}[-/.]([0-9]{1,2})[-/.]/);
  if (!named && !numbered) return said ? say("in {year}").replace("{year}", said) : say("recently");
  const month = named ? MONTHS.indexOf(named[1]) : (Number(numbered[1]) + 11) % 12;
  if (!hemisphere) return said ? say(PARTS_OF_YEAR[Math.floor(month / 4)]).replace("{year}", said) : say("recently");
  const when = SEASONS[hemisphere === "south" ? (month + 6) % 12 : month];
  return said ? say(`in the ${when} of {year}`).replace("{year}", said) : say(`this ${when}`);
}

function hospital({ text, before, say }) {
  const kind = /\b(?:clinic|practice|office|surgery)/.test(text) ? "clinic" : "hospital";
  return say(ARTICLE.test(before) ? kind : `a ${kind}`);
}

const IN_CARE = /\b(?:hosp|med|clinic|health|infirmary|ed\b|er\b|[np]?icu|memorial|children)/;
const always = (words) => ({ say }) => say(words);
const BUILDERS = {
  left_out: () => LEFT_OUT,
  birthday: () => LEFT_OUT,
  recently: always("recently"),
  doctor: always("a colleague"),
  role: always("somebody with an unusual job"),
  event: always("an accident"),
  confirmation: always("I cannot talk about anybody's care here"),
  decade,
  season,
  hospital,
  place: (at) => (IN_CARE.test(at.text) ? hospital(at) : at.say("a small town")),
  name: ({ before, say }) => (OF_PATIENT.test(before) ? LEFT_OUT : say(ARTICLE.test(before) ? "patient" : "a patient")),
};
