/**
 * Who may know whom. A capability may import the front door (index.ts, contract.ts or rules.ts) of a capability
 * on an earlier line; never of its own. Two on the same line meet in src/app.
 */
export const tiers = [
  ['orgs'], // where: the tree of units
  ['accounts', 'audit'], // who acts; what was done
  ['inbox', 'attachments', 'views'], // services for every person and file
  ['imports'], // and for every list that comes as a workbook
  ['plans', 'lists'], // the year's rules; the school's own units and staff as lists
  ['forms'], // the sheets that go on paper
  ['notices', 'letters'], // services that know no case
  ['roster'], // the people
  ['activities'], // what they are called together for
  ['education', 'farewell', 'transfers'], // the cases about people
  ['carryover'], // and those that earlier years left open
  ['honors', 'contacts', 'dossiers', 'news'],
  ['mentoring'],
  ['submissions', 'closing', 'calendars'], // gatherers: read everything, own little
  ['archive'],
  ['insights'],
]
