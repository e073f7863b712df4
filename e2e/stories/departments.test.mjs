import assert from 'node:assert/strict'
import { answered, dispatched, inProgress } from '../given.mjs'
import { open } from '../house.mjs'

const house = open({ clock: '2026-03-02T09:00:00+08:00' })

house.story('A returned order is bound by a ruling, and returning it again is greyed with its rule', async () => {
  const agent = await house.staff('agent02')
  const handler = await house.staff('reli.banli')
  const order = await dispatched(agent, 'reli', { body: '楼下管沟塌陷，不知道是谁家的' })
  await handler.open(`/desk/orders/${order.id}`)
  await handler.does('退单')
  await handler.answer('理由类别', '不属本单位职责')
  await handler.fill('理由', '管沟为小区自有设施')
  await handler.fill('依据', '热力公司服务职责清单')
  await handler.keys('Control+Enter')
  await handler.sees('退单待裁定')

  const dispatcher = await house.staff('dispatcher01')
  await dispatcher.open('/desk/list/to-rule')
  await dispatcher.row(order).getByRole('link').click()
  await dispatcher.timeline.getByText('管沟为小区自有设施').waitFor()
  await dispatcher.does('指定承办')
  await dispatcher.fill('理由', '属供热管沟，由热力公司承办')
  await dispatcher.keys('Control+Enter')
  await dispatcher.sees('办理中')

  await handler.page.reload()
  const greyed = handler.button('退单')
  await greyed.waitFor()
  assert.equal(await greyed.getAttribute('aria-disabled'), 'true')
  const why = await greyed.evaluate(button => document.getElementById(button.getAttribute('aria-describedby'))?.textContent)
  assert.match(why, /已裁定由你单位承办，不能再退单/)
})

house.story('An extension is asked for and granted, and the citizen reads the new date', async () => {
  const agent = await house.staff('agent02')
  const handler = await house.staff('reli.banli')
  const order = await inProgress(agent, handler, 'reli', { body: '供热管网老化，冬天总是不热', category: '010103' })
  const dueBefore = (await handler.look(order)).due.dueAt
  await handler.open(`/desk/orders/${order.id}`)
  await handler.does('申请延期')
  await handler.fill('天数 / 小时数', '3')
  await handler.fill('理由', '需停水更换阀门，已约下周')
  await handler.fill('依据', '抢修计划')
  await handler.keys('Control+Enter')
  await handler.timeline.getByText('申请延期').waitFor()

  const dispatcher = await house.staff('dispatcher02')
  await dispatcher.open('/desk/list/to-decide')
  await dispatcher.row(order).getByText('申请延期').waitFor()
  await dispatcher.row(order).getByRole('link').click()
  await dispatcher.press(/^同意延期/)
  assert.equal(await dispatcher.field('天数 / 小时数').inputValue(), '3', 'what was asked for is proposed')
  await dispatcher.keys('Control+Enter')
  await dispatcher.timeline.getByText('同意延期').waitFor()

  const { due } = await handler.look(order)
  assert.ok(Date.parse(due.dueAt) - Date.parse(dueBefore) >= 3 * 86_400_000)
  const date = inChina(due.dueAt)
  await handler.page.reload()
  await handler.page.getByRole('banner').or(handler.page.locator('header')).getByText(date.slice(5)).first().waitFor()
  await handler.region('时限').getByText(`由 ${inChina(dueBefore)} 改为 ${date}`).waitFor()

  const citizen = await house.citizen()
  await citizen.follows(order)
  await citizen.sees(`单位承诺在 ${date} 前答复`)
  await citizen.sees('答复时间经批准延后')
})

house.story('Two citizens with one matter are joined, and each reads an answer and rates alone', async () => {
  const citizens = [await house.citizen('first citizen'), await house.citizen('second citizen')]
  const orders = []
  for (const [n, citizen] of citizens.entries()) {
    await citizen.get('/api/session')
    orders.push(await citizen.post('/api/portal/requests', {
      kind: 'COMPLAINT', topic: '01', area: 'estate-bali-2', address: `巴黎印象二期${n + 3}号楼`, body: `${n + 3}号楼整栋都不热，已经两天了`,
      name: `市民${n}`, phone: `1990000500${n}`, confidential: false, anonymous: false,
    }))
  }
  const dispatcher = await house.staff('dispatcher01')
  await dispatcher.open('/desk/list/to-dispatch')
  await dispatcher.row(orders[1]).getByRole('link').click()
  await dispatcher.does('并单')
  await dispatcher.page.getByRole('radiogroup', { name: '并入哪一单' }).getByRole('radio', { name: new RegExp(orders[0].number) }).check()
  await dispatcher.keys('Control+Enter')
  await dispatcher.sees('已并单')
  await dispatcher.region('并单').getByRole('link', { name: new RegExp(orders[0].number) }).click()
  await dispatcher.region('并单').getByText(orders[1].number).waitFor()

  const { order: parent } = await dispatcher.get(`/api/work-orders/by-number/${orders[0].number}`)
  await dispatcher.act(parent, 'dispatch', { department: 'reli', supporting: [] })
  const handler = await house.staff('reli.banli')
  await handler.act(parent, 'accept')
  await answered(parent, handler, await house.staff('reviewer02'), '两栋楼的换热站水泵已更换，当晚恢复供热。')

  for (const [n, citizen] of citizens.entries()) {
    await citizen.follows(orders[n])
    await citizen.sees('两栋楼的换热站水泵已更换，当晚恢复供热。')
    assert.equal(await citizen.text('您的评价').count(), 0, 'nobody else has rated for this citizen')
    await citizen.link('评价').click()
    for (const answer of [['联系过', '没有联系过'], ['解决了', '没有解决'], ['满意', '不满意']]) {
      await citizen.page.getByRole('radio', { name: answer[n], exact: true }).check()
      await citizen.press('继续')
    }
    await citizen.press('提交评价')
    await citizen.sees(n === 0 ? '联系过 · 解决了 · 满意' : '没有联系过 · 没有解决 · 不满意')
  }
})

house.story('The supervisor sees what is owed today, reminds many at once, and the handler hears of it', async () => {
  const before = await house.staff('agent02')
  const clerk = await house.staff('reli.banli')
  const hot = { level: 'UTILITIES' } // to be handled within 24 hours
  const overdue = await inProgress(before, clerk, 'reli', { ...hot, body: '暖气片漏水，已经报过修' })
  await house.setClock('2026-03-02T15:00:00+08:00')
  const due = await inProgress(before, clerk, 'reli', { ...hot, body: '地暖半边不热，老人受不了' })
  const called = await answered(await inProgress(before, clerk, 'reli', { body: '暖气费退费什么时候到' }), clerk,
    await house.staff('reviewer02'), '退费已于今日原路退回，请查收。')
  await house.setClock('2026-03-03T10:00:00+08:00')
  const agent = await house.staff('agent03')
  const unaccepted = await dispatched(agent, 'reli', { body: '楼道暖气管冒热气' })

  const supervisor = await house.staff('supervisor01')
  await supervisor.open('/desk/today')
  for (const [column, order] of Object.entries({ 未签收: unaccepted, 今日到期: due, 已超期: overdue, 待回访: called })) {
    await supervisor.region(column).getByText(order.number).waitFor()
  }
  await supervisor.region('各单位情况').getByRole('row', { name: /热力公司/ }).waitFor()

  const handler = await house.staff('reli.banli')
  await handler.open('/desk/')
  await handler.isHearing()
  for (const order of [due, overdue]) {
    await supervisor.page.getByRole('checkbox', { name: `选中 ${order.number}` }).first().check()
  }
  await supervisor.region('批量操作').getByText('已选 2 件').waitFor()
  await supervisor.region('批量操作').getByRole('button', { name: /^催办 2/ }).click()
  await supervisor.page.getByRole('dialog').getByLabel(/内容/).fill('请今天下班前反馈')
  await supervisor.page.getByRole('dialog').getByRole('button', { name: /^催办 2/ }).click()
  await supervisor.page.getByRole('dialog').waitFor({ state: 'hidden' })

  await handler.button(/^通知，[1-9]\d* 条未读/).click()
  const notice = handler.page.getByRole('dialog', { name: '通知' }).getByRole('link', { name: /催办 · 地暖半边不热/ }).first()
  await notice.click()
  await handler.timeline.getByText('请今天下班前反馈').first().waitFor()
})

house.story('A due date in an unannounced year says so, until the administrator enters that year', async () => {
  await house.setClock('2026-12-28T09:00:00+08:00')
  const agent = await house.staff('agent02')
  const unsure = await dispatched(agent, 'zjj', { level: 'COMPLEX', category: '010107', body: '老旧管网什么时候改造' })
  await agent.open(`/desk/orders/${unsure.id}`)
  await agent.region('时限').getByText(/2027 年放假通知未公布，只按周末计算/).first().waitFor()

  const administrator = await house.staff('admin')
  await administrator.open('/desk/calendar')
  await administrator.press('2027')
  await administrator.page.getByRole('note').getByText(/2027 年放假通知尚未公布/).waitFor()
  await administrator.fill('放假通知', '国办发明电〔2026〕示例')
  await administrator.fill('节日名称', '元旦')
  await administrator.button(/2027-01-01/).click()
  await administrator.press('保存')
  await administrator.page.getByRole('note').filter({ hasText: '2027' }).waitFor({ state: 'hidden' })

  const sure = await dispatched(agent, 'zjj', { level: 'COMPLEX', category: '010107', body: '供热管道入网怎么申请' })
  await agent.open(`/desk/orders/${sure.id}`)
  await agent.region('时限').getByText(/元旦/).first().waitFor()
  assert.equal(await agent.region('时限').getByText(/未公布/).count(), 0)
  const [late, early] = await Promise.all([sure, unsure].map(order => agent.look(order)))
  assert.ok(Date.parse(handling(late).dueAt) > Date.parse(handling(early).dueAt), 'one holiday more, one day later')
})

const handling = order => order.clocks.find(clock => clock.kind === 'HANDLE')
const inChina = iso => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
