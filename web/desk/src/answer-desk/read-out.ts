/** `20261123026371` → `20261123` `026371`: the day, then the count; a code in threes or fours, as people dictate. */
export function readOut(digits: string): string[] {
  if (/^20\d{6}\d{4,}$/.test(digits)) return [digits.slice(0, 8), digits.slice(8)]
  const size = digits.length % 3 === 0 ? 3 : 4
  return digits.match(new RegExp(`.{1,${size}}`, 'g')) ?? []
}
