/** Whom a row of somebody's sheet means: by student number where it has one, else by a name that one alone has. */
export type Named = { studentNumber: string | null; name: string | null }
export type Person = { studentNumber: string; name: string }
export type Found<Someone extends Person> = { person: Someone } | { problem: 'nobody-here' | 'several-here' | 'name-differs'; said: string }

export const personOf = <Someone extends Person>({ studentNumber, name }: Named, people: readonly Someone[]): Found<Someone> => {
  if (studentNumber === null) {
    const called = people.filter(person => person.name === name)
    if (called.length === 1) return { person: called[0]! }
    return { problem: called.length === 0 ? 'nobody-here' : 'several-here', said: name! }
  }
  const person = people.find(each => each.studentNumber === studentNumber)
  if (!person) return { problem: 'nobody-here', said: studentNumber }
  return name === null || name === person.name ? { person } : { problem: 'name-differs', said: person.name }
}

type Unfound = Exclude<Found<Person>, { person: unknown }>

const texts: Record<Unfound['problem'], (said: string) => string> = {
  'nobody-here': said => `本单位本届名册里没有“${said}”。请核对；别的支部的人，由那个支部导入。`,
  'several-here': said => `本单位有不止一位“${said}”。请补上学号。`,
  'name-differs': said => `名册里这个学号的姓名是“${said}”。请核对是学号还是姓名填错。`,
}

/** The cell that is wrong, and the sentence about it. */
export const unfoundIn = ({ studentNumber }: Named, { problem, said }: Unfound) => ({
  field: problem === 'name-differs' || studentNumber === null ? 'name' : 'studentNumber',
  complaint: { kind: problem, severity: 'error' as const, text: texts[problem](said) },
})
