import { createHash } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { newKey } from './seal.ts'

export const defaultKeyFile = () => join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'qicheng', 'master.key')

/** Reads the master key, or makes one where there is none yet (64 hex digits, mode 0600). */
export async function masterKey(file: string): Promise<Uint8Array> {
  const text = await readFile(file, 'utf8').catch(error => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return createKeyFile(file)
  const key = Buffer.from(text.trim(), 'hex')
  if (key.length !== 32) throw new Error(`The key file ${file} does not hold a key of 64 hex digits.`)
  return key
}

async function createKeyFile(file: string): Promise<Uint8Array> {
  const key = newKey()
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, `${Buffer.from(key).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  await chmod(file, 0o600)
  return key
}

/** Tells keys apart without telling the key: kept beside the data, so that data without its key refuses to start. */
export const fingerprint = (key: Uint8Array): string => createHash('sha256').update('qicheng key ').update(key).digest('hex').slice(0, 32)
