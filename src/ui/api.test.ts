import { oc } from '@orpc/contract'
import { expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { capabilityApi, capabilityClient, provideApi } from './api.ts'

const contract = {
  list: oc.input(z.object({ unit: z.string() })).output(z.object({ rows: z.array(z.string()), at: z.date() })),
}

test('a client made before the app provided its own reaches it when called', async () => {
  const roster = capabilityClient<typeof contract>('roster')
  const asked: unknown[] = []
  provideApi({
    roster: {
      list: async (input: unknown) => {
        asked.push(input)
        return { rows: ['欧阳静怡'], at: '2023-06-08T00:00:00Z' }
      },
    },
  })
  const answer = await roster.list({ unit: '/1/12/' })
  expect(asked).toEqual([{ unit: '/1/12/' }])
  expect(answer.rows).toEqual(['欧阳静怡'])
  // What crossed the wire as text is typed as text.
  expectTypeOf(answer.at).toEqualTypeOf<string>()
})

test('query keys begin with the capability, so that all of it can be refreshed at once', () => {
  const api = capabilityApi<typeof contract>('roster')
  expect(api.key()[0]).toEqual(['roster'])
  expect(api.list.queryKey({ input: { unit: '/1/' } })[0]).toEqual(['roster', 'list'])
})
