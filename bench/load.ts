import { Agent, request } from 'node:http'

/** Sends the same GET over so many kept-alive connections for so long; a status other than 200 stops the measure. */
export async function load(url: string, cookie: string, { connections, forSeconds }: { connections: number; forSeconds: number }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const took: number[] = []
  const start = performance.now()
  const until = start + forSeconds * 1_000
  const once = () =>
    new Promise<void>((done, failed) => {
      const began = performance.now()
      request(url, { agent, headers: { cookie } }, answer => {
        if (answer.statusCode !== 200) failed(new Error(`${url} answered ${answer.statusCode}`))
        answer.resume().once('end', () => {
          took.push(performance.now() - began)
          done()
        })
      })
        .once('error', failed)
        .end()
    })
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) await once()
    }),
  )
  const seconds = (performance.now() - start) / 1_000
  agent.destroy()
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.floor(took.length * share)]!
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99) }
}
