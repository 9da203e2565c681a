import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env['PROGRAMFILES(X86)']}\\Microsoft\\Edge\\Application\\msedge.exe`,
]

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const found = () => [process.env.QICHENG_CHROMIUM, ...places].find(place => place && existsSync(place))

/** A camera that shows `film` (y4m), which is opened when a page asks for the camera, and a person who allows it. */
export const cameraShowing = (film: string): string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
]

/** A Chromium or Chrome that is there, else Debian's where we may install it, else one sentence how to get it. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  if (!found() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('没有找到浏览器，正在安装 Debian 的 chromium……\n')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { stdio: 'inherit' })
  }
  const executablePath = found()
  if (!executablePath) throw new Error('没有找到 Chromium 或 Chrome。请安装其中一个，或用 QICHENG_CHROMIUM 指明它的位置，再运行 npm test。')
  return chromium.launch({ executablePath, headless: true, args: [...flags, ...more] })
}
