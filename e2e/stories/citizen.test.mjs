import assert from 'node:assert/strict'
import { answered } from '../given.mjs'
import { open } from '../house.mjs'

const house = open({ clock: '2026-03-02T09:00:00+08:00' })

/** Everything in these stories is pressed on the keyboard, on a screen of 390 by 844. */
async function go(citizen, control) {
  await citizen.tabTo(control)
  await citizen.keys('Enter')
}

async function tick(citizen, name) {
  const radio = citizen.page.getByRole('radio', { name }).first()
  await citizen.heading(/./).first().waitFor()
  await citizen.tabTo(citizen.page.getByRole('radio').first())
  for (let n = 0; n < 30 && !await radio.evaluate(it => it === document.activeElement); n++) await citizen.keys('ArrowDown')
  await citizen.keys('Space')
}

async function write(citizen, label, words) {
  await citizen.tabTo(citizen.page.getByRole('textbox', { name: label }))
  await citizen.keys('Control+a')
  await citizen.type(words)
}

const goOn = citizen => go(citizen, citizen.button('继续'))

async function asks(citizen, question) {
  await citizen.heading(question).waitFor()
  await citizen.isAt(citizen.heading(question))
}

/** From the first page to the receipt. */
async function submits(citizen, body) {
  await citizen.open('/')
  await go(citizen, citizen.link('我要反映'))
  await asks(citizen, '您想做什么？')
  await tick(citizen, /^投诉/)
  await goOn(citizen)
  await asks(citizen, '请说说是什么事')
  await write(citizen, '请说说是什么事', body)
  await goOn(citizen)
  await asks(citizen, '和哪方面有关？')
  await tick(citizen, '说不清，由工作人员来分')
  await goOn(citizen)
  await asks(citizen, '事情在什么地方？')
  await write(citizen, '详细地点', '巴黎印象二期3号楼')
  await goOn(citizen)
  await asks(citizen, '您的姓名和电话可以告诉谁？')
  await tick(citizen, /^可以告诉办理单位/)
  await goOn(citizen)
  await asks(citizen, '我们怎样联系您？')
}

house.story('A citizen with a telephone and a keyboard submits, adds, urges once and withdraws', async () => {
  const citizen = await house.citizen()
  await citizen.open('/')
  await go(citizen, citizen.button('大字版'))
  assert.equal(await citizen.button('大字版').getAttribute('aria-pressed'), 'true')
  await citizen.page.reload()
  assert.equal(await citizen.button('大字版').getAttribute('aria-pressed'), 'true', 'large type stays')

  await submits(citizen, '楼道灯坏了半个月，老人摔了一跤')
  await write(citizen, /^电话/, '12345')
  await goOn(citizen)
  const telephone = citizen.page.getByRole('textbox', { name: /^电话/ })
  await citizen.isAt(telephone)
  assert.equal(await telephone.getAttribute('aria-invalid'), 'true')
  const beside = await telephone.evaluate(field => field.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).textContent).join(' '))
  assert.match(beside, /电话不对。手机是 11 位/)
  await write(citizen, /^电话/, '199 0000 6001')
  await goOn(citizen)

  await asks(citizen, '请核对')
  await citizen.sees('楼道灯坏了半个月，老人摔了一跤')
  await go(citizen, citizen.link('修改 地点'))
  await asks(citizen, '事情在什么地方？')
  await write(citizen, '详细地点', '巴黎印象二期5号楼2单元')
  await goOn(citizen)
  await asks(citizen, '请核对')
  await citizen.sees('巴黎印象二期5号楼2单元')
  await go(citizen, citizen.button('提交'))

  await asks(citizen, '已收到')
  const [number, queryCode] = await citizen.page.getByRole('definition').allInnerTexts()
  assert.match(number, /^\d{14}$/)
  await citizen.sees(/我们会在 2026-03-03 09:\d\d 前直接答复您，或者转交承办单位/)

  await citizen.open('/track')
  await write(citizen, '编号', number)
  await write(citizen, '查询码', queryCode)
  await go(citizen, citizen.button('查询'))
  await citizen.sees('热线收到了您的诉求')
  assert.doesNotMatch(citizen.page.url(), new RegExp(`${number}|${queryCode}`))

  await go(citizen, citizen.link('补充情况'))
  await write(citizen, '您要补充什么？', '摔倒的是二楼的张奶奶')
  await go(citizen, citizen.button('提交补充'))
  await citizen.sees('已补充。')
  await go(citizen, citizen.link('催一下'))
  await write(citizen, '催一下', '天一黑就看不见')
  await go(citizen, citizen.button('催一下'))
  await citizen.sees('已经替您催了。')
  await citizen.sees('今天已经催过一次，已经记下；明天可以再催。')
  assert.equal(await citizen.link('催一下').count(), 0)

  await go(citizen, citizen.link('撤回'))
  await go(citizen, citizen.button('撤回'))
  await citizen.sees('请写几句话')
  await write(citizen, '为什么撤回？', '物业已经修好')
  await go(citizen, citizen.button('撤回'))
  await citizen.sees('已撤回。')
  await citizen.sees('您已撤回')
  const { width, content } = await citizen.page.evaluate(() => ({ width: innerWidth, content: document.documentElement.scrollWidth }))
  assert.ok(content <= width, `the page is ${content - width} px too wide`)
})

house.story('A citizen rates an answer in three questions, and asks for it to be done again', async () => {
  const citizen = await house.citizen()
  await submits(citizen, '三号楼一单元暖气不热，已经两天了')
  await write(citizen, /^电话/, '19900006002')
  await goOn(citizen)
  await go(citizen, citizen.button('提交'))
  await asks(citizen, '已收到')
  const [number, queryCode] = await citizen.page.getByRole('definition').allInnerTexts()

  const dispatcher = await house.staff('dispatcher01')
  const handler = await house.staff('reli.banli')
  const { order } = await dispatcher.get(`/api/work-orders/by-number/${number}`)
  await dispatcher.act(order, 'dispatch', { department: 'reli', supporting: [] })
  await handler.act(order, 'accept')
  await answered(order, handler, await house.staff('reviewer02'), '已上门放气，室温十八度。')

  await citizen.open('/track')
  await write(citizen, '编号', number)
  await write(citizen, '查询码', queryCode)
  await go(citizen, citizen.button('查询'))
  await citizen.sees('已上门放气，室温十八度。')
  await go(citizen, citizen.link('评价'))
  await asks(citizen, '办理单位联系过您吗？')
  await goOn(citizen)
  await citizen.sees('请选一项')
  await tick(citizen, '联系过')
  await goOn(citizen)
  await asks(citizen, '问题解决了吗？')
  await tick(citizen, '没有解决')
  await goOn(citizen)
  await asks(citizen, '您对办理的态度和速度满意吗？')
  await tick(citizen, '不满意')
  await goOn(citizen)
  await asks(citizen, '还有什么想说的？')
  await write(citizen, '还有什么想说的？', '第二天又凉了')
  await go(citizen, citizen.button('提交评价'))
  await citizen.sees('谢谢您的评价。')
  await citizen.sees('联系过 · 没有解决 · 不满意')

  await go(citizen, citizen.link('申请再办'))
  await asks(citizen, '为什么要再办？')
  await write(citizen, '为什么要再办？', '还是只有十五度')
  await go(citizen, citizen.button('申请再办'))
  await citizen.sees('已申请再办。')
  const again = await dispatcher.look(order)
  assert.ok(['REGISTERED', 'IN_PROGRESS'].includes(again.status), again.status)
})
