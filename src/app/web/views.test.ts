import { expect, test } from 'vitest'
import { NAMES as rosterNames } from '../../capabilities/roster/web/filters.ts'
import { NAMES as transferNames } from '../../capabilities/transfers/web/filters.ts'
import { viewParameters } from '../../capabilities/views/rules.ts'

test('what a view keeps is what its list is narrowed by', () => {
  expect([...viewParameters.roster].sort()).toEqual([...rosterNames, 'columns'].sort())
  // What one import brought is a page of its result, nothing to come back to.
  expect([...viewParameters.transfers].sort()).toEqual(transferNames.filter(name => name !== 'import').sort())
})
