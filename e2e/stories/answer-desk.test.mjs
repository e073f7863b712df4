import assert from 'node:assert/strict'
import { dispatched } from '../given.mjs'
import { open, until } from '../house.mjs'

const house = open({ clock: '2026-03-02T09:00:00+08:00' })
const SECOND = 1000

house.story('An agent answers a call at once from a template, without touching the mouse', async () => {
  const agent = await house.staff('agent03')
  await agent.open('/desk/answer')
  await agent.isAt(agent.field('诉求要点'))
  await agent.type('请问取暖费怎么交，能在手机上交吗')
  await agent.sees(agent.page.getByText('取暖费缴纳方式'))
  await agent.keys('Alt+1')
  await agent.isAt(agent.field('电话'))
  await agent.type('19900003001')
  await agent.keys('Alt+3')
  await agent.tabTo(agent.region('答复与相似工单').getByRole('button', { name: '选用' }).first())
  await agent.keys('Enter')
  await until(() => agent.field('给来电人的答复').inputValue(), 'the template in the answer')
  const answer = await agent.field('给来电人的答复').inputValue()
  await agent.keys('Control+Enter')
  const receipt = agent.page.getByRole('status').filter({ hasText: '已登记' })
  await receipt.getByText('已办结').waitFor()
  assert.equal(await agent.field('诉求要点').inputValue(), '', 'the desk is free for the next call')

  await receipt.getByRole('link').click()
  await agent.sees('直接答复')
  await agent.region('答复').getByText(answer.slice(0, 20)).waitFor()
})

house.story('A dispatch is taken back within ten seconds, and the citizen never hears of it', async () => {
  const dispatcher = await house.staff('dispatcher03')
  const order = await dispatcher.register({ body: '楼道里没有灯，晚上看不见' })
  await dispatcher.open(`/desk/orders/${order.id}`)
  await dispatcher.press(/^派单/)
  await dispatcher.choose('主办单位', '住房')
  await dispatcher.keys('Control+Enter')
  const offer = dispatcher.page.getByRole('status').filter({ hasText: '已派给' })
  await offer.getByRole('button', { name: /^撤回/ }).click()
  await dispatcher.timeline.getByText('撤回派单').waitFor()
  await dispatcher.button(/^派单/).waitFor()
  const messages = await dispatcher.get(`/api/work-orders/${order.id}/messages`)
  assert.deepEqual(messages.filter(message => message.kind === 'DISPATCHED').map(message => message.state).filter(state => state === 'SENT'), [])

  await dispatcher.press(/^派单/)
  await dispatcher.choose('主办单位', '住房')
  await dispatcher.keys('Control+Enter')
  await offer.waitFor()
  await offer.waitFor({ state: 'hidden', timeout: 15 * SECOND })
  await assert.rejects(dispatcher.act(order, 'recall'), /409|10 秒/)
})

house.story('The second of two dispatchers is told who did what, and keeps the words', async () => {
  const first = await house.staff('dispatcher01')
  const second = await house.staff('dispatcher02')
  const order = await first.register({ body: '小区门口垃圾没人清运，味道很大' })
  await second.page.route('**/api/live', line => line.abort()) // the news of the first has not come through yet
  await second.open(`/desk/orders/${order.id}`)
  await second.press(/^派单/)
  await second.choose('主办单位', '城管', /城市管理/)
  await second.fill('派单说明', '市民急，请今天到现场')
  await first.act(order, 'dispatch', { department: 'zjj', supporting: [] })
  await second.keys('Control+Enter')
  const notice = second.page.getByRole('dialog', { name: '此单刚有变化' })
  await notice.getByText(/赵晨曦.*派单/).waitFor()
  await notice.getByText(/住房和城乡建设局/).first().waitFor()
  await notice.getByText('您写的内容没有丢，也还没有提交。').waitFor()
  await notice.getByRole('button', { name: '先不提交' }).click()
  assert.equal(await second.field('派单说明').inputValue(), '市民急，请今天到现场')
})

house.story('What one person does stands on the screens of the others within two seconds', async context => {
  const agent = await house.staff('agent04')
  const watching = await house.staff('dispatcher04')
  const reading = await house.staff('agent05')
  const handler = await house.staff('reli.banli2')
  await watching.open('/desk/list/to-dispatch')
  await watching.page.getByRole('table', { name: '待派单' }).waitFor()
  await watching.isHearing()
  const took = {}

  const order = await agent.register({ body: '路面塌了一块，车不好过' })
  took['a new request on an open list'] = await watching.soonSees(watching.page.getByRole('row').filter({ hasText: order.number }))
  await reading.open(`/desk/orders/${order.id}`)
  await reading.button(/^派单/).waitFor()
  await reading.isHearing()
  await agent.act(order, 'dispatch', { department: 'reli', supporting: [] })
  took['a dispatch on an open order'] = await reading.soonSees(reading.timeline.getByText('派单', { exact: true }))
  await watching.page.getByRole('row').filter({ hasText: order.number }).waitFor({ state: 'hidden' })
  await handler.act(order, 'accept')
  took['an acceptance on an open order'] = await reading.soonSees(reading.timeline.getByText('签收', { exact: true }))
  for (const [what, milliseconds] of Object.entries(took)) {
    context.diagnostic(`${what}: ${milliseconds} ms`)
    assert.ok(milliseconds < 2 * SECOND, `${what} took ${milliseconds} ms`)
  }
})

house.story('A department sees its own orders, no name where it is secret, and a number only for a reason', async () => {
  const agent = await house.staff('agent06')
  const ours = await dispatched(agent, 'reli', { body: '家里暖气不热，室温十四度' })
  const theirs = await dispatched(agent, 'gongshui', { body: '自来水发黄，不敢用' })
  const secret = await dispatched(agent, 'reli', {
    body: '热力站夜里有人偷放水', requester: { name: '李女士', phone: '19900004322', confidential: true },
  })
  const handler = await house.staff('reli.banli')
  await handler.open('/desk/list/all')
  await handler.page.getByRole('row').filter({ hasText: ours.number }).waitFor()
  assert.equal(await handler.page.getByRole('row').filter({ hasText: theirs.number }).count(), 0)
  await handler.open(`/desk/orders/${theirs.id}`)
  await handler.sees('没有这个内容，或者您无权查看。')

  await handler.open(`/desk/orders/${secret.id}`)
  await handler.region('诉求人').getByText('诉求人信息对您不可见').waitFor()
  assert.equal(await handler.button('查看号码').count(), 0)
  assert.doesNotMatch(JSON.stringify(await handler.get(`/api/work-orders/${secret.id}`)), /李女士|19900004322/)

  await handler.open(`/desk/orders/${ours.id}`)
  assert.equal(await handler.text('19900004321').count(), 0)
  await handler.press('查看号码')
  const question = handler.page.getByRole('dialog', { name: '查看号码' })
  assert.ok(await question.getByRole('button', { name: '查看号码' }).isDisabled())
  await question.getByLabel('理由').fill('上门前约时间')
  await question.getByRole('button', { name: '查看号码' }).click()
  await handler.region('诉求人').getByText('19900004321').waitFor()
})
