// The exemptions: findings that are right as they are, each with its reason. One that no longer
// excuses anything is a finding itself, so that the list only ever holds what is true today.

export const kExemptPath = 'tools/tidy/exempt.toml';

const covers = (place, path) => (place.endsWith('/') ? path.startsWith(place) : path === place);

const excuses = (exemption, { check, file, line }) =>
  exemption.check === check &&
  covers(exemption.file, file.path) &&
  (exemption.line === undefined || file.line(line).includes(exemption.line));

// The parser gives no places, but the tables stand in the order of the file.
const lineOfTable = (file, index) => {
  const lines = file.text.split('\n');
  let left = index;
  return lines.findIndex((line) => /^\s*\[\[exempt\]\]/.test(line) && left-- === 0) + 1;
};

const faultOf = (exemption, findings) => {
  const known = ['check', 'file', 'line', 'reason'];
  const odd = Object.keys(exemption).find((key) => !known.includes(key));
  if (odd) return `an exemption has no "${odd}". It has check, file, line and reason`;
  if (!exemption.check || !exemption.file) return 'an exemption names no check or file. Name both';
  if (!/\w+ \w+/.test(exemption.reason ?? '')) return 'an exemption without a reason. Give it';
  if (findings.some((found) => excuses(exemption, found))) return '';
  return 'an exemption that excuses nothing. Take it out';
};

/** The findings that no exemption excuses, and those about the exemptions themselves. */
export const withoutExempt = (findings, exemptions, file) => {
  const left = findings.filter((found) => !exemptions.some((one) => excuses(one, found)));
  exemptions.forEach((exemption, index) => {
    const fault = faultOf(exemption, findings);
    if (!fault) return;
    left.push({ check: 'exempt', file, line: lineOfTable(file, index), says: `${fault}.` });
  });
  return left;
};
