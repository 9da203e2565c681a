/** The public page over HTTP: in the ordinary server, and alone. */
import { existsSync } from 'node:fs'
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Journey, openJourney } from '../../tests/university/journey.ts'
import { answering, letterOut, type Sent } from '../../tests/university/receipts.ts'
import { answersAs } from '../platform/database/index.ts'
import { readConfig } from './config.ts'
import { openHttp } from './http.ts'
import { dist } from './http-bare.ts'
import { openReceiptsHttp } from './http-receipts.ts'
import { takeAnswers } from './receipts.ts'

let journey: Journey
let paper: Sent
let whole: FastifyInstance
let alone: FastifyInstance
const said: string[] = []
const write = (line: Buffer, _encoding: string, done: () => void) => {
  said.push(String(line))
  done()
}
const log = pino({ level: 'trace', base: null }, new Writable({ write }))

beforeAll(async () => {
  journey = await openJourney()
  paper = await letterOut(journey, (await journey.enrol('英语第一党支部', '安宁'))[0]!)
  const { services } = journey.server
  whole = await openHttp({ ...services, log })
  const { within, today } = services.receipts
  alone = await openReceiptsHttp({ url: services.url, log }, { within, today, answered: async () => undefined }, () =>
    answersAs(services.database.receipts),
  )
}, 60_000)
afterAll(async () => {
  await whole.close()
  await alone.close()
  await journey.server.close()
})

const opening = () => ({
  method: 'POST' as const,
  url: '/api/v1/receipts/opening',
  payload: { code: paper.code, number: paper.number, last4: paper.last4 },
})

describe('a process of its own', () => {
  test.each([
    '/',
    '/login',
    '/api/v1/transfers',
    '/api/v1/accounts/entrance',
    '/api/v1/openapi.json',
    '/api/docs/',
    '/api/auth/get-session',
    '/index.html',
  ])('has no %s', async url => {
    expect((await alone.inject({ url })).statusCode).toBe(404)
    expect((await alone.inject({ method: 'POST', url, payload: {} })).statusCode).toBe(404)
  })

  test('is alive and ready', async () => {
    expect((await alone.inject('/healthz')).json()).toEqual({ alive: true })
    expect((await alone.inject('/readyz')).json()).toEqual({ ready: true })
  })

  test('opens and keeps; the server beside it takes the answer up', async () => {
    expect((await alone.inject(opening())).json()).toMatchObject({ standing: 'open', number: paper.number })
    const kept = await alone.inject({ method: 'POST', url: '/api/v1/receipts/answers', payload: answering(paper) })
    expect(kept.json()).toEqual({ standing: 'kept', on: '2023-06-08', answer: 'received' })
    const state = async () => (await (await journey.transfers('office')).get({ id: paper.transferId })).state
    expect(await state()).toBe('in-transit')
    await takeAnswers(journey.server.services)
    expect(await state()).toBe('answered')
  })

  test('is asked for by its name, and shares a PostgreSQL', () => {
    const url = 'postgres://qicheng_door@127.0.0.1/qicheng'
    expect(readConfig({ QICHENG_ONLY: 'receipts', DATABASE_URL: url })).toMatchObject({ only: 'receipts', databaseUrl: url })
    expect(readConfig({ QICHENG_ONLY: '' }).only).toBeUndefined()
    expect(() => readConfig({ QICHENG_ONLY: 'receipts' })).toThrow('DATABASE_URL')
    expect(() => readConfig({ QICHENG_ONLY: 'letters', DATABASE_URL: url })).toThrow('QICHENG_ONLY')
  })
})

describe('the log', () => {
  test('never has a code, whatever is asked', async () => {
    for (const app of [whole, alone]) {
      await app.inject(`/r/${paper.code}`)
      await app.inject(`/r/${paper.code}/${paper.code}?x=${paper.code}`)
      await app.inject({ method: 'PUT', url: `/r/${paper.code}` })
      await app.inject(opening())
      await app.inject({ ...opening(), payload: `{"code":"${paper.code}"`, headers: { 'content-type': 'application/json' } })
    }
    const lines = said.join('')
    expect(lines).toContain('/api/v1/')
    expect(lines).not.toContain(paper.code.split('-')[1])
    expect(lines).not.toContain(paper.last4)
  })
})

describe.skipIf(!existsSync(`${dist}receipt.html`))('the page', () => {
  const get = async (app: FastifyInstance, code: string) => {
    const { statusCode, headers, body } = await app.inject(`/r/${code}`)
    const { date: _, ...kept } = headers
    return { statusCode, headers: kept, body }
  }

  test('is one and the same for every code, in both', async () => {
    const pages = await Promise.all(
      [whole, alone].flatMap(app => [paper.code, 'x', '', 'lnsf-0000', 'a'.repeat(900), '%27%20or%201', 'a/b'].map(code => get(app, code))),
    )
    expect(pages[0]!.statusCode).toBe(200)
    for (const page of pages) expect(page).toEqual(pages[0])
  })

  test('keeps to itself: no foreign source, no referrer, no cache, no index', async () => {
    const { headers, body } = await get(whole, paper.code)
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/)
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(body).not.toMatch(/https?:|<style|<script>|style=/)
  })

  test('comes with its own few files, also alone, and none of the desk’s', async () => {
    const { body } = await get(alone, paper.code)
    const files = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!)
    expect(files.length).toBeGreaterThan(1)
    for (const file of files) expect((await alone.inject(file)).statusCode, file).toBe(200)
    const desk = [...(await whole.inject('/')).body.matchAll(/src="([^"]+)"/g)].map(([, file]) => file!)
    for (const file of desk) expect((await alone.inject(file)).statusCode, file).toBe(404)
  })
})
