import { Clause } from '../../../ui/Clause.tsx'
import { clauses } from '../../plans/rules.ts'
import { clauseIn, stepProblem } from './step-problem.ts'

/** Why a step was not taken, and the clause that it rests on. */
export const Refused = ({ error }: { error: unknown }) => {
  const clause = clauseIn(error)
  return (
    <p className="form-error" role="alert">
      {stepProblem(error)}
      {clause && (
        <>
          {' '}
          <Clause id={clause} text={clauses[clause]} />
        </>
      )}
    </p>
  )
}
