/**
 * Real calls: SIPp in the telephone network, Asterisk between, the desk's own telephone in a browser. Run by ../../test
 * calls, which makes the network of its own; not by `npm test`.
 */
import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { bar, empty, key, pop as pops, ready, speaks, state } from '../hall.mjs'
import { open, until } from '../house.mjs'
import { AGENT, CALLER, headset, LEAD, Line, loudest, missing, OUTSIDE } from '../line.mjs'
import { pause } from '../patience.mjs'

const line = new Line()
const house = open({
  line, lacks: missing(), options: ['--telephone'],
  jvm: '-Dminsheng.telephony.ring-seconds=12 -Dminsheng.telephony.wrap-up-seconds=20 -Dminsheng.telephony.rating-seconds=12 -Dminsheng.telephony.beat-seconds=1 '
    + '-Dminsheng.telephony.back-again-seconds=20 -Dlogging.level.city.minsheng.telephony.asterisk=DEBUG', // a busy machine loads a page slowly
})
const story = (name, tell) => house.story(name, tell, empty)
const LOUD = -45
/** Above the page, and beside the form where that is open. */
const pop = person => pops(person).first()
const LOUD_IN_RECORDING = 0.05
const SECOND_OF_RECORDING = 16_000

const staff = (username, tone = AGENT) => house.staff(username, { before: [headset, tone], permissions: ['microphone'] })
const hears = (person, tone) => until(async () => await person.page.evaluate(hz => window.decibels(hz), tone) > LOUD, `${person.name} hears ${tone} Hz`)
const decibels = (person, tone) => person.page.evaluate(hz => window.decibels(hz), tone)
const size = () => statSync(line.recording()).size
const seatOf = person => person.get('/api/telephony/seat')

/** At the seat, with a telephone that can be called. */
async function seated(username, seat, tone) {
  const person = await staff(username, tone)
  await ready(person, seat)
  await until(async () => (await seatOf(person)).phoneOnline, `the telephone of seat ${seat}`)
  return person
}

async function answers(person) {
  await pop(person).waitFor()
  await person.keys('F2')
  await speaks(person)
}

async function hangsUp(person) {
  await pause(3200) // the key that answers does not hang up at once
  await key(person, '挂断').click()
  await state(person, '整理').waitFor()
}

const recorded = (tone, what) => until(() => line.recording() && loudest(line.recording(), tone) > LOUD_IN_RECORDING, `${what} in the recording`)

story('1 A call is answered, both are heard, it is rated by key, and its order is closed as a direct answer', async context => {
  const agent = await seated('agent02', '2')
  const begun = Date.now()
  line.call({ number: '13800000001', seconds: 5, keys: '5' })
  await pop(agent).waitFor()
  context.diagnostic(`from the call to the pop: ${Date.now() - begun} ms`)
  await agent.keys('F2')
  await speaks(agent)
  const { call } = await seatOf(agent)
  await hears(agent, CALLER)
  assert.ok(await decibels(agent, OUTSIDE) < LOUD, 'and nobody else')

  await agent.fill('诉求要点', '请问取暖费怎么交，能在手机上交吗')
  await bar(agent).getByLabel('小结').selectOption({ index: 1 })
  await agent.page.getByRole('region', { name: '答复与相似工单' }).getByRole('button', { name: '选用' }).first().click()
  await agent.keys('Control+Enter')
  const receipt = agent.page.getByRole('status').filter({ hasText: '已登记' })
  await receipt.getByText('已办结').waitFor()
  await hangsUp(agent)
  await recorded(CALLER, 'the caller')
  await recorded(AGENT, 'the agent')
  const log = async () => agent.get(`/api/telephony/calls/${call.id}`)
  await until(async () => (await log()).rating?.stars === 5, 'five stars', 40_000).catch(async trouble => { throw new Error(`${trouble.message}: ${JSON.stringify((await log()).log)}`) })
})

story('2 An expert takes part and takes over, and a department joins in a three-way', async () => {
  line.network()
  const agent = await seated('agent03', '3')
  const expert = await seated('expert-rs01', '23')
  line.call({ number: '13800000002', seconds: 90 })
  await answers(agent)
  await hears(agent, CALLER)

  await agent.keys('F8')
  const panel = agent.page.getByRole('dialog', { name: '转接给谁' })
  await panel.getByRole('searchbox').fill('23')
  await panel.getByRole('radio', { name: /座席 23/ }).click()
  await panel.getByRole('button', { name: /^先咨询/ }).click()
  await answers(expert)
  await hears(expert, AGENT)
  assert.ok(await decibels(expert, CALLER) < LOUD, 'the caller does not hear the consultation')
  await key(agent, '转过去').click()
  await state(agent, '整理').waitFor()
  await hears(expert, CALLER)

  await expert.keys('F9')
  const third = expert.page.getByRole('dialog', { name: '请谁来三方通话' })
  await third.getByRole('searchbox').fill('住房和城乡建设局')
  await third.getByRole('radio', { name: /住房和城乡建设局/ }).first().click()
  await third.getByRole('button', { name: /^先咨询/ }).click()
  await hears(expert, OUTSIDE)
  await key(expert, '三方').waitFor()
  await expert.keys('F9')
  await state(expert, '三方').waitFor()
  await hears(expert, CALLER)
  await hears(expert, OUTSIDE)
  await recorded(OUTSIDE, 'the department')
  await recorded(CALLER, 'the caller')
})

story('3 A call that is not answered goes on to the next seat', async () => {
  const absent = await seated('agent04', '4')
  line.call({ number: '13800000003', seconds: 40 })
  await pop(absent).waitFor()
  const next = await seated('agent05', '5')
  await pop(next).waitFor({ timeout: 30_000 })
  await state(absent, '示忙').waitFor()
  await next.keys('F2')
  await speaks(next)
  await hears(next, CALLER)
})

story('4 A caller who gave up is called back and answers', async () => {
  await line.call({ number: '13800000004', leaves: 4 }).ended
  line.network()
  const agent = await seated('agent06', '6')
  await agent.open('/desk/hall/call-backs')
  const row = agent.page.getByRole('row').filter({ hasText: '138****0004' }).or(agent.page.getByRole('listitem').filter({ hasText: '138****0004' })).first()
  await row.getByRole('button', { name: '回拨' }).click()
  await hears(agent, OUTSIDE)
  await recorded(OUTSIDE, 'whoever was called back')
})

story('5 The program dies in a call: the talk goes on, and is found again without ringing twice', async () => {
  const agent = await seated('agent07', '7')
  line.call({ number: '13800000005', seconds: 120 })
  await answers(agent)
  await hears(agent, CALLER)
  const before = await seatOf(agent)
  const recording = line.recording()

  await house.kill()
  await pause(2000)
  assert.ok(await decibels(agent, CALLER) > LOUD, 'the caller is still heard')
  await house.serve()
  await until(async () => (await seatOf(agent).catch(() => ({}))).call?.id === before.call.id, 'the same call at the seat', 60_000)
  assert.ok(await decibels(agent, CALLER) > LOUD, 'the caller is heard all the time')
  assert.equal(await agent.page.evaluate(() => window.rung), 1, 'it has rung once')
  assert.equal(line.recording(), recording, 'one recording goes on')
})

story('6 Asterisk dies in a call: the seat sees it within two seconds, the caller is on the list, and the next call comes', async context => {
  const agent = await seated('agent08', '8')
  line.call({ number: '13800000006', seconds: 60 })
  await answers(agent)
  await hears(agent, CALLER)

  const killed = Date.now()
  line.killAsterisk()
  await until(async () => (await seatOf(agent)).line !== 'UP', 'the seat knows', 5000)
  context.diagnostic(`known after ${Date.now() - killed} ms`)
  assert.ok(Date.now() - killed < 2000, `${Date.now() - killed} ms`)
  const listed = async () => JSON.stringify(await agent.get('/api/telephony/call-backs?state=OPEN')).includes('138****0006')
  await until(async () => (await seatOf(agent)).line === 'UP', 'the line is up again', 60_000)
  await until(listed, 'the caller on the call-back list', 60_000)
  line.everybodyHangsUp()
  await until(async () => (await seatOf(agent)).phoneOnline, 'the telephone by itself', 60_000)
  await agent.post('/api/telephony/seat/state', { state: 'READY' })
  line.call({ number: '13800000007', seconds: 60 })
  await answers(agent)
  await hears(agent, CALLER)
})

story('7 The team lead whispers to the agent alone', async () => {
  const agent = await seated('agent10', '10')
  const lead = await seated('agent01', '1', LEAD)
  await lead.post('/api/telephony/seat/state', { state: 'NOT_READY' })
  line.call({ number: '13800000008', seconds: 90 })
  await answers(agent)
  await hears(agent, CALLER)
  await lead.page.getByRole('link', { name: /话务/ }).first().click() // within the page: a new one would have to register first
  await lead.page.getByRole('row', { name: '10 号座席' }).getByRole('button', { name: '耳语' }).click()
  await hears(lead, CALLER)
  await hears(agent, LEAD)
  const before = size()
  await until(() => size() > before + 2 * SECOND_OF_RECORDING, 'two more seconds of recording')
  assert.ok(loudest(line.recording(), LEAD) < 0.02, 'what is whispered is not in the conversation')
})

story('8 Two seats speak at once, each with its own caller', async () => {
  const one = await seated('agent11', '11')
  line.call({ number: '13800000009', tone: 440, seconds: 60 })
  await answers(one)
  const other = await seated('agent12', '12')
  line.call({ number: '13800000010', tone: 620, seconds: 60 })
  await answers(other)
  await hears(one, 440)
  await hears(other, 620)
  assert.ok(await decibels(one, 620) < LOUD)
  assert.ok(await decibels(other, 440) < LOUD)
})

story('9 A page that is loaded again in a call is called again, and hears the same caller without a key', async () => {
  const agent = await seated('agent13', '13')
  line.call({ number: '13800000011', seconds: 90 })
  await answers(agent)
  await hears(agent, CALLER)
  const before = await seatOf(agent)

  agent.page.on('dialog', asked => asked.accept()) // 要离开吗
  await agent.page.reload()
  await hears(agent, CALLER)
  await speaks(agent)
  assert.equal((await seatOf(agent)).call.id, before.call.id)
  await recorded(AGENT, 'the agent, again')
})

story('10 Of two nodes one falls silent in a call, and then the other dies: the talk goes on, and the hall with it', async context => {
  const agent = await seated('agent14', '14')
  line.call({ number: '13800000012', seconds: 200 })
  await answers(agent)
  await hears(agent, CALLER)
  const before = await seatOf(agent)
  const other = await house.beside()
  const there = () => agent.get(`${other.address}/api/telephony/seat`).catch(() => ({}))
  assert.equal((await there()).call, undefined, 'the other one does not run the hall')

  house.freeze()
  const silent = Date.now()
  await until(async () => (await there()).call?.id === before.call.id, 'the same call, at the other node')
  context.diagnostic(`taken over after ${Date.now() - silent} ms`)
  assert.ok(await decibels(agent, CALLER) > LOUD, 'the caller is heard meanwhile')
  house.goOn()
  await until(async () => (await seatOf(agent).catch(() => ({}))).call === undefined, 'whoever was silent has left the hall')
  assert.equal((await there()).call?.id, before.call.id)

  await other.kill()
  const dead = Date.now()
  await until(async () => (await seatOf(agent).catch(() => ({}))).call?.id === before.call.id, 'the same call, at the first node again')
  context.diagnostic(`taken over after ${Date.now() - dead} ms`)
  assert.ok(await decibels(agent, CALLER) > LOUD, 'the caller is heard all the time')
  assert.equal(await agent.page.evaluate(() => window.rung), 1, 'it has rung once')
  await hangsUp(agent)
})
