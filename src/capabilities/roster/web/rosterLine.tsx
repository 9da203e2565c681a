import type { Line } from '../../../ui/Lines.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import type { GraduateView } from '../contract.ts'
import { outcomeNames } from '../rules/outcomes.ts'
import { membershipLooks } from './words.ts'

const aside = ({ outcome, tags, responsible }: GraduateView): string =>
  [outcome === 'on-time' ? '' : outcomeNames[outcome], tags.join('、'), responsible ? `责任老师 ${responsible.name}` : '']
    .filter(Boolean)
    .map(part => `　${part}`)
    .join('')

export const rosterLine =
  (query: string) =>
  (person: GraduateView): Line => ({
    name: person.name,
    title: person.name,
    aside: <StateTag state={membershipLooks[person.membership]} />,
    note: `${person.studentNumber}　${person.branch.name}${aside(person)}`,
    href: `/roster/${person.id}${query}`,
  })
