import assert from 'node:assert/strict'
import { findings } from '../accessible.mjs'
import { answered, dispatched, inProgress, replied } from '../given.mjs'
import { open } from '../house.mjs'

const house = open({ days: 1, perDay: 40 })
const CALM = { reducedMotion: 'reduce' }

/** A screen in Chinese by light and in English in the dark: neither changes what the other could hide. */
async function look({ page }, where, found, turn) {
  for (const [language, dark] of [['zh', false], ['en', true]]) {
    await turn.language(page, language)
    await turn.dark(page, dark)
    found.push(...(await findings(page)).map(each => `${where} (${language}, ${dark ? 'dark' : 'light'}): ${each}`))
  }
  await turn.language(page, 'zh')
  await turn.dark(page, false)
}

const press = async (page, name) => {
  const button = page.getByRole('button', { name, exact: true, includeHidden: true })
  if (await button.count()) await button.first().evaluate(each => each.click()) // also from beneath an open dialog
}
const inLanguage = (page, language) => press(page, language === 'zh' ? '中文' : 'English')
const DESK = {
  language: inLanguage,
  dark: (page, dark) => page.evaluate(to => { document.documentElement.dataset.theme = to }, dark ? 'dark' : 'light'),
}
const PORTAL = {
  language: inLanguage,
  dark: (page, dark) => page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' }),
}

house.story('No screen of the desk keeps anybody out', async () => {
  const found = []
  const stranger = await house.stranger('stranger', CALM)
  await stranger.open('/desk/sign-in')
  await stranger.heading('演示：以某个角色进入').waitFor()
  await look(stranger, 'sign-in', found, DESK)

  const agent = await house.staff('agent02', CALM)
  const handler = await house.staff('reli.banli', CALM)
  const reviewer = await house.staff('reviewer02', CALM)
  const waiting = await agent.register({ body: '路灯不亮已经一周了', level: 'EMERGENCY' })
  const given = await dispatched(agent, 'reli', { body: '楼道暖气管冒热气' })
  const working = await inProgress(agent, handler, 'reli', { body: '家里暖气不热' })
  const checking = await replied(await inProgress(agent, handler, 'reli', { body: '换热站噪声大' }), handler, '已更换水泵减振垫。')
  const asking = await answered(await inProgress(agent, handler, 'reli', { body: '热力站热水外流' }), handler, reviewer, '已更换阀门。')

  await agent.open('/desk/answer')
  await agent.fill('诉求要点', '请问取暖费怎么交')
  await agent.sees('取暖费缴纳方式')
  await look(agent, 'answer desk', found, DESK)
  for (const ending of ['转派', '不予受理']) {
    await agent.page.getByRole('radio', { name: ending }).check({ force: true })
    await look(agent, `answer desk, ${ending}`, found, DESK)
  }
  await agent.press('键盘快捷键')
  await look(agent, 'keyboard map', found, DESK)

  const screens = {
    dispatcher01: ['/desk/list/to-dispatch', '/desk/list/emergencies', '/desk/list/all', '/desk/limits', '/desk/catalogue', ['派单', waiting]],
    'reli.banli': ['/desk/list/inbox', ['签收', given, 'only look'], ['反馈', working], ['退单', working], ['申请延期', working]],
    reviewer02: ['/desk/list/to-review', ['审核通过', checking]],
    followup01: ['/desk/list/to-follow-up', ['办结', asking]],
    supervisor01: ['/desk/today', '/desk/hotspots', '/desk/hotspots/profile', '/desk/list/overdue', '/desk/knowledge', '/desk/knowledge/articles/K0104', '/desk/knowledge/corrections', '/desk/knowledge/templates',
      '/desk/knowledge/gaps', '/desk/rates', '/desk/measures'],
    'reli.fuze': ['/desk/knowledge/new'],
    admin: ['/desk/calendar', '/desk/people', '/desk/search-index', '/desk/models', '/desk/password'],
  }
  for (const [username, places] of Object.entries(screens)) {
    const person = await house.staff(username, CALM)
    for (const place of places) {
      const [action, order, onlyLook] = typeof place === 'string' ? [] : place
      await person.open(order ? `/desk/orders/${order.id}` : place)
      await person.heading(/./).first().waitFor()
      await person.page.waitForLoadState('load')
      if (order && !onlyLook) await person.does(action)
      await look(person, order ? `order, ${action}` : place, found, DESK)
    }
    await person.leave()
  }
  const searching = await house.staff('agent07', CALM)
  await searching.open('/desk/list/all')
  await searching.press(/^通知/)
  await look(searching, 'notices', found, DESK)
  await searching.keys('Escape')
  await searching.fill('编号、电话、姓名、地址、内容', '暖气')
  await searching.keys('Enter')
  await searching.heading(/搜索/).waitFor()
  await look(searching, 'search', found, DESK)
  assert.deepEqual(found, [])
})

house.story('No page of the portal keeps anybody out', async () => {
  const found = []
  const citizen = await house.citizen('citizen', CALM)
  const see = async (where, heading) => {
    await citizen.heading(heading).first().waitFor()
    await look(citizen, where, found, PORTAL)
  }
  await citizen.open('/answers')
  await see('answers', '您想查什么？')
  await citizen.open('/answers/K0104')
  await see('an answer to read', /取暖费怎么交/)
  await citizen.open('/about')
  await see('about', '怎样办理、怎样保护您的信息')
  await citizen.open('/')
  await see('start', '您有事，请告诉我们')
  await citizen.press('大字版')
  await see('start, large', '您有事，请告诉我们')
  await citizen.press('大字版')
  await citizen.link('我要反映').click()
  await citizen.press('继续')
  await see('kind, with its fault', '您想做什么？')
  await citizen.page.getByRole('radio', { name: /^投诉/ }).check()
  await citizen.press('继续')
  await see('what', '请说说是什么事')
  await citizen.fill('请说说是什么事', '楼道灯坏了半个月')
  await citizen.press('继续')
  await see('topic', '和哪方面有关？')
  await citizen.page.getByRole('radio').last().check()
  await citizen.press('继续')
  await see('where', '事情在什么地方？')
  await citizen.page.getByRole('textbox', { name: '详细地点' }).fill('巴黎印象二期3号楼')
  await citizen.press('继续')
  await see('privacy', '您的姓名和电话可以告诉谁？')
  await citizen.page.getByRole('radio').first().check()
  await citizen.press('继续')
  await citizen.press('继续')
  await see('contact, with its fault', '我们怎样联系您？')
  await citizen.page.getByRole('textbox', { name: /^电话/ }).fill('19900006003')
  await citizen.press('继续')
  await see('check', '请核对')
  await citizen.press('提交')
  await see('receipt', '已收到')
  await citizen.press('看进度')
  await citizen.heading('经过').waitFor()
  await see('progress', '经过')
  for (const action of ['补充情况', '催一下', '撤回']) {
    await citizen.link(action).click()
    await see(action, /补充|催一下|撤回/)
    await citizen.link('返回').click()
  }
  await citizen.open('/track')
  await see('track', '查进度')

  const agent = await house.staff('agent08')
  const handler = await house.staff('reli.banli2')
  const order = await inProgress(agent, handler, 'reli', { body: '退费没有到账' })
  await answered(order, handler, await house.staff('reviewer03'), '退费已原路退回。')
  await citizen.follows(order)
  await see('an answer', '答复')
  await citizen.link('申请再办').click()
  await see('rework', '为什么要再办？')
  await citizen.link('返回').click()
  await citizen.link('评价').click()
  for (const question of ['办理单位联系过您吗？', '问题解决了吗？', '您对办理的态度和速度满意吗？']) {
    await see(question, question)
    await citizen.page.getByRole('radio').first().check()
    await citizen.press('继续')
  }
  await see('words of a rating', '还有什么想说的？')
  assert.deepEqual(found, [])
})
