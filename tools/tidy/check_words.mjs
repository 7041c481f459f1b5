// Nothing in C++ knows a phrase of English: words that people read are data in lang/.
//
// A heuristic. A literal of two or more words is a phrase, unless it is for developers (asserts,
// the detail of an error), a key, or SQL. A line that is none of these and still right is marked:
//   out += " HTTP not found";  // not-read-by-people: a reason phrase of the protocol

const kPhrase = /[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}/;
const kSql =
  /^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|BEGIN|COMMIT|ROLLBACK|WITH|SET)\b/;
const kForDevelopers = /\b(fail\s*\(|detail\b|static_assert\s*\(|AMENDS_ASSERT\s*\(|assert\s*\()/;
const kKeyOf = /\b(find|name|key|member|\w+_of)\s*\([^()]*$/;
const kMark = '// not-read-by-people';

// Adjacent literals are one to the compiler, and to a reader.
const joined = (file) => {
  const runs = [];
  for (const { begin, end } of file.literals) {
    const text = wordsOf(file.text.slice(begin, end));
    const last = runs.at(-1);
    if (last && /^\s*$/.test(file.said.slice(last.end, begin))) {
      last.text += text;
      last.end = end;
    } else {
      runs.push({ begin, end, text });
    }
  }
  return runs;
};

const wordsOf = (literal) =>
  literal
    .replace(/^R"[^(]*\(|\)[^)"]*"$|^["']|["']$/g, '')
    .replace(/\\(x[\dA-Fa-f]+|u[\dA-Fa-f]{4}|[0-7]{1,3}|[\s\S])/g, ' ')
    .replace(/[ \t]+/g, ' ');

const isMarked = (file, begin, end) => {
  const last = file.lineOf(end - 1);
  for (let line = file.lineOf(begin); line <= last; line++) {
    if (file.line(line).includes(kMark)) return true;
  }
  return false;
};

export function* words(tree) {
  for (const file of tree.values()) {
    if (file.kind !== 'cpp' || !file.path.startsWith('src/')) continue;
    if (file.isTest || file.isGenerated) continue;
    for (const { begin, end, text } of joined(file)) {
      if (!kPhrase.test(text) || kSql.test(text) || isMarked(file, begin, end)) continue;
      const before = file.code
        .slice(0, begin)
        .split(/;|[{}][ \t]*\n/)
        .at(-1);
      if (kForDevelopers.test(before) || kKeyOf.test(before)) continue;
      const says = 'a phrase in C++. Put it into lang/, or mark it // not-read-by-people: why.';
      yield { file, line: file.lineOf(begin), says };
    }
  }
}
