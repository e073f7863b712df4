/**
 * The house of a story: the built server with a data folder of its own, a real browser, and one window for each person.
 *
 *   const house = open({ clock: '2023-12-20T19:00:00+08:00' })
 *   house.story('An agent answers at once', async () => {
 *     const agent = await house.staff('agent02')
 *     …
 *   })
 *
 * Started once per file through ../run, stopped and swept away afterwards. Without a browser each story is counted as
 * skipped, by its name.
 */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { PATIENCE, pause } from './patience.mjs'
import { Person } from './person.mjs'

export { until } from './patience.mjs'

const RUN = fileURLToPath(new URL('../run', import.meta.url))
const RESULTS = fileURLToPath(new URL('results/', import.meta.url))
const BROWSER = [process.env.MINSHENG_CHROMIUM, '/usr/bin/chromium'].find(path => path && existsSync(path))
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-quic', '--no-first-run']
const HEADSET = ['--autoplay-policy=no-user-gesture-required', '--allow-loopback-in-peer-connection', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']
const START = 180_000
const STORY = 400_000

const DESK = { width: 1366, height: 768 }
const TELEPHONE = { width: 390, height: 844 }

/**
 * @param {object} wish
 * @param {string} [wish.clock] go by a test clock that begins here
 * @param {number} [wish.days] days of invented life; none unless wished for
 * @param {number} [wish.perDay] invented requests of a day
 * @param {string[]} [wish.options] more words for `run`
 * @param {object} [wish.line] a real telephone line, see line.mjs
 * @param {string} [wish.lacks] why the stories cannot be told here
 * @param {string} [wish.jvm] more for the server's Java
 */
export function open({ clock, days = 0, perDay = 300, options = [], line, lacks = '', jvm = '' } = {}) {
  const house = new House(clock, days, perDay, options)
  house.line = line
  house.lacks = BROWSER ? lacks : 'no Chromium found: set MINSHENG_CHROMIUM'
  house.jvm += ` ${jvm}`
  if (!house.lacks) {
    before(() => house.start(), { timeout: START })
    after(() => house.close(), { timeout: START })
  }
  return house
}

class House {
  #server = null
  #browser = null
  #data = ''
  #port = 0
  #people = []
  #beside = null
  /** Everything the server has printed. */
  printed = ''

  constructor(clock, days, perDay, options) {
    this.clock = clock
    this.words = [...options, ...clock ? ['--test-clock', clock] : []]
    this.jvm = `-Dminsheng.demo-days=${days} -Dminsheng.demo-per-day=${perDay}`
  }

  /** A running house may be lent by MINSHENG_HOUSE=http://localhost:8080 while stories are written. */
  get #lent() { return process.env.MINSHENG_HOUSE }
  get address() { return this.#lent ?? `http://localhost:${this.#port}` }
  get #environment() { return { ...process.env, MINSHENG_DATA: this.#data, MINSHENG_JVM: this.jvm } }

  /** @param after what is done at the end of a story, however it went */
  story(name, tell, after = () => undefined) {
    test(name, { skip: this.lacks || false, timeout: STORY }, async context => {
      try {
        await tell(context)
      } catch (trouble) {
        await this.#photograph(name).catch(() => undefined)
        throw trouble
      } finally {
        await after()
        this.line?.everybodyHangsUp()
        await Promise.all(this.#people.splice(0).map(person => person.leave()))
      }
    })
  }

  async start() {
    this.#data = mkdtempSync(join(tmpdir(), 'minsheng-story-'))
    this.#port = await freePort()
    this.line?.install(this.#data)
    this.#browser = await chromium.launch({ executablePath: BROWSER, args: this.line ? [...FLAGS, ...HEADSET] : FLAGS })
    if (!this.#lent) await this.serve()
    else if (this.clock) await this.setClock(this.clock)
  }

  /** Also after {@link kill}: the same data, the same port. */
  async serve() {
    await this.#run(['--port', String(this.#port), ...this.words], this.#environment, server => { this.#server = server })
  }

  async #run(words, env, known) {
    const before = this.printed.length
    const server = spawn(RUN, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    known(server)
    for (const stream of [server.stdout, server.stderr]) stream.setEncoding('utf8').on('data', words => { this.printed += words })
    // It answers a little earlier than it has read the city; it says so when it has.
    while (!this.printed.slice(before).includes('/desk/')) {
      if (hasEnded(server)) throw new Error(`The server did not start:\n${this.printed}`)
      await pause(200)
    }
  }

  /**
   * Another node of the same city, on this one's database and beside the same telephone, with the same keys.
   * @returns its address, and how it is killed
   */
  async beside() {
    const data = mkdtempSync(join(tmpdir(), 'minsheng-beside-'))
    const port = await freePort()
    const at = file => readFileSync(join(this.#data, file), 'utf8')
    cpSync(join(this.#data, 'keys'), join(data, 'keys'), { recursive: true })
    const url = `jdbc:postgresql://127.0.0.1:${at('pgdata/postmaster.pid').split('\n')[3].trim()}/postgres?user=minsheng&password=${at('pg.secret').trim()}`
    await this.#run(['--port', String(port), '--data', data, '--database', url, ...this.words],
      { ...process.env, MINSHENG_JVM: `${this.jvm} -Dminsheng.asterisk.home=${join(this.#data, 'asterisk')}` }, node => { this.#beside = { node, data } })
    return { address: `http://localhost:${port}`, kill: () => killed(this.#beside.node) }
  }

  /** A node that nobody can hear, and that hears nothing, until it may go on. */
  freeze() { this.#server.kill('SIGSTOP') }
  goOn() { this.#server.kill('SIGCONT') }

  /** As when the power fails: nothing is said and nothing is written any more. */
  async kill() {
    await this.#end('SIGKILL')
  }

  async #end(signal) {
    const server = this.#server
    this.#server = null
    if (server) await killed(server, signal)
  }

  async close() {
    await this.#browser?.close()
    if (this.#beside) await killed(this.#beside.node)
    await this.#end('SIGTERM')
    this.line?.close()
    for (const data of [this.#data, this.#beside?.data]) if (data) rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }

  /** A word of the command line beside the running server, such as `proof`. */
  command(...words) {
    return spawnSync(RUN, words, { env: this.#environment, encoding: 'utf8' })
  }

  /** Somebody with a window of their own: signed in at the desk with one click. */
  async staff(username, wish = {}) {
    const person = await this.#window(username, { viewport: DESK, ...wish })
    await person.signIn(username)
    return person
  }

  /** Somebody at the desk who has not signed in. */
  stranger(name = 'stranger', wish = {}) {
    return this.#window(name, { viewport: DESK, ...wish })
  }

  citizen(name = 'citizen', wish = {}) {
    return this.#window(name, { viewport: TELEPHONE, hasTouch: true, ...wish })
  }

  async #window(name, wish) {
    const { before, ...rest } = wish
    const context = await this.#browser.newContext({ baseURL: this.address, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...rest })
    if (before) await context.addInitScript(...before)
    context.setDefaultTimeout(PATIENCE)
    const person = new Person(name, context, await context.newPage())
    this.#people.push(person)
    return person
  }

  /** Moves the test clock; open pages learn of it when they are loaded again. */
  async setClock(at) {
    const answer = await fetch(`${this.address}/api/session`)
    const token = /XSRF-TOKEN=([^;]*)/.exec(answer.headers.getSetCookie().join('; '))?.[1] ?? ''
    const moved = await fetch(`${this.address}/api/demo/clock`, {
      method: 'POST', body: JSON.stringify({ to: at }),
      headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token, 'Cookie': `XSRF-TOKEN=${token}` },
    })
    if (!moved.ok) throw new Error(`The clock was not moved: ${await moved.text()}`)
  }

  async #photograph(story) {
    mkdirSync(RESULTS, { recursive: true })
    const file = basename(process.argv[1] ?? 'story').replace(/\..*/, '')
    writeFileSync(join(RESULTS, `${file}.log`), `${this.printed.split('\n').slice(-800).join('\n')}\n${this.line?.told() ?? ''}`)
    for (const { name, page } of this.#people.filter(person => !person.page.isClosed())) {
      await page.screenshot({ path: join(RESULTS, `${file} · ${story.slice(0, 60)} · ${name}.png`.replace(/[/\\:]/g, '-')) })
    }
  }
}

const hasEnded = server => server.exitCode !== null || server.signalCode !== null

async function killed(server, signal = 'SIGKILL') {
  if (hasEnded(server)) return
  const gone = new Promise(resolve => server.once('exit', resolve))
  server.kill(signal)
  server.kill('SIGCONT') // a frozen one, too
  await gone
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
