import { randomUUID } from 'node:crypto'
import { until } from './patience.mjs'

/** One person with a window of their own. What a story is about goes through the page; what must have been before, by the API. */
export class Person {
  constructor(name, context, page) {
    this.name = name
    this.context = context
    this.page = page
  }

  leave() { return this.context.close() }

  open(path) { return this.page.goto(path) }

  async signIn(username) {
    await this.get('/api/session')
    await this.post('/api/demo/session', { username })
  }

  // By what a person sees or hears: roles and labels.

  button(name) { return this.page.getByRole('button', { name }) }
  link(name) { return this.page.getByRole('link', { name }) }
  heading(name) { return this.page.getByRole('heading', { name }) }
  /** What can be filled in: a region may bear the same word. */
  field(label) { return this.page.getByLabel(asLabel(label)).and(this.page.locator('input, textarea, select')) }
  region(name) { return this.page.getByRole('region', { name }) }
  /** The history of the open order. */
  get timeline() { return this.page.getByRole('region', { name: '办理过程' }).first() }
  text(words) { return this.page.getByText(words) }

  press(name) { return this.button(name).click() }
  fill(label, words) { return this.field(label).fill(words) }
  keys(combination) { return this.page.keyboard.press(combination) }

  /** Waits until it can be seen. */
  sees(what) {
    const place = typeof what === 'string' || what instanceof RegExp ? this.text(what).first() : what
    return place.waitFor()
  }

  /** Types into a list of suggestions and takes one. */
  async choose(label, typed, option = typed) {
    const box = this.page.getByRole('combobox', { name: asLabel(label) })
    await box.click()
    await box.fill(typed)
    await this.page.getByRole('option', { name: option }).filter({ visible: true }).first().click()
  }

  /** One answer of a question whose answers stand side by side. */
  answer(question, answer) {
    return this.page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check()
  }

  row(order) { return this.page.getByRole('row').filter({ hasText: order.number }) }

  /** Presses a button of the open order; the rarer ones wait behind 更多. */
  async does(action) {
    const bar = this.page.getByRole('list', { name: '可做的操作' })
    await bar.waitFor()
    const button = bar.getByRole('button', { name: new RegExp(`^${action}`) })
    if (await button.count() === 0) await bar.getByRole('button', { name: '更多' }).click()
    await button.click()
  }

  /** Looks an order up on the portal by number and code. */
  async follows({ number, queryCode }) {
    await this.open('/track')
    await this.fill('编号', number)
    await this.fill('查询码', queryCode)
    await this.press('查询')
    await this.heading('经过').waitFor()
  }

  // By the keyboard alone.

  type(words) { return this.page.keyboard.type(words) }

  async isAt(place) {
    await until(() => isFocused(place), `the cursor at ${place}`)
  }

  /** As often as it takes, within reason. */
  async tabTo(place, most = 60) {
    await place.waitFor()
    for (let presses = 0; presses < most; presses++) {
      if (await isFocused(place)) return
      await this.keys('Tab')
    }
    throw new Error(`Not reached by Tab: ${place}`)
  }

  // Live.

  /** Waits until the page hears of changes: the line is open a moment after the page is. */
  async isHearing() {
    await this.page.waitForLoadState('networkidle').catch(() => undefined)
  }

  /** How long it took until this could be seen, in milliseconds. */
  async soonSees(place) {
    const begun = Date.now()
    await place.waitFor()
    return Date.now() - begun
  }

  // By the API.

  async #send(method, path, body, headers = {}) {
    const token = (await this.context.cookies()).find(cookie => cookie.name === 'XSRF-TOKEN')?.value ?? ''
    const answer = await this.context.request.fetch(path, {
      method, data: body, failOnStatusCode: false,
      headers: { 'X-XSRF-TOKEN': token, 'Accept-Language': 'zh', 'Idempotency-Key': randomUUID(), ...headers },
    })
    const text = await answer.text()
    if (!answer.ok()) throw new Error(`${this.name}: ${method} ${path} → ${answer.status()} ${text}`)
    return text === '' ? null : JSON.parse(text)
  }

  get(path) { return this.#send('GET', path) }
  post(path, body, headers) { return this.#send('POST', path, body, headers) }

  /** Takes a call. */
  register(call) {
    return this.post('/api/work-orders', {
      channel: 'hotline', kind: 'COMPLAINT', level: 'GENERAL', address: '南城区街道巴黎印象二期', area: 'estate-bali-2',
      category: '010102', ...call, requester: { name: '王先生', phone: '19900004321', confidential: false, ...call.requester },
    })
  }

  /** The whole order as it stands now. */
  async look(order) {
    const view = await this.get(`/api/work-orders/${order.id}`)
    return { ...view.order, ...view }
  }

  /** Does one action on an order as it stands now. */
  async act(order, verb, body = {}) {
    const { version } = await this.look(order)
    return this.post(`/api/work-orders/${order.id}/${verb}`, body, { 'If-Match': `"${version}"` })
  }
}

const isFocused = place => place.evaluate(element => element === document.activeElement).catch(() => false)

/** A label by its words, whatever hint in brackets or 自动 stands behind them. */
function asLabel(words) {
  return typeof words === 'string' ? new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*(（.*）|自动)?$`) : words
}
