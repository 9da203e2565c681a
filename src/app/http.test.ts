import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer, type Running } from '../../tests/university/open.ts'
import { dist } from './http-bare.ts'

let server: Running
beforeAll(async () => {
  server = await openServer()
})
afterAll(() => server.close())

const policyOf = async (path: string) => (await server.app.inject(path)).headers['permissions-policy']

test('nothing but the web app may ask for the camera', async () => {
  for (const path of ['/api/docs/', '/api/v1/openapi.json', '/healthz']) expect(await policyOf(path), path).toContain('camera=(),')
})

test.skipIf(!existsSync(`${dist}receipt.html`))('nor may the public page', async () => {
  expect(await policyOf('/r/abc')).toContain('camera=(),')
})

describe.skipIf(!existsSync(`${dist}index.html`))('the web app', () => {
  test('may ask for the camera, to read a sign-in code, and for nothing else of the device', async () => {
    expect(await policyOf('/me/scan')).toBe('camera=(self), microphone=(), geolocation=(), payment=(), usb=()')
  })
})
