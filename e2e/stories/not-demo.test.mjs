import assert from 'node:assert/strict'
import { open, until } from '../house.mjs'

const house = open({ options: ['--no-demo'] })

async function tries(person, username, password) {
  await person.fill('用户名', username)
  await person.fill('密码', password)
  const answer = person.page.waitForResponse(each => each.request().method() === 'POST' && each.url().endsWith('/api/session'))
  await person.press('登录')
  await answer
}

house.story('Outside the demo there is one printed password; it signs in once and must be changed', async () => {
  const [, username, printed] = /user (\S+), password (\S+)/.exec(house.printed)
  const chosen = '春江花月夜-2026'
  const administrator = await house.stranger()
  await administrator.open('/desk/')
  await administrator.button('登录').waitFor()
  assert.equal(await administrator.region('演示：以某个角色进入').count(), 0)
  await assert.rejects(administrator.post('/api/demo/session', { username }), /40[0-9]/)

  await tries(administrator, username, printed)
  await administrator.heading('修改密码').waitFor()
  await administrator.open('/desk/people')
  await administrator.heading('修改密码').waitFor()
  await administrator.fill('现在的密码', printed)
  await administrator.fill('新密码', 'kurz')
  await administrator.sees('新密码至少 10 个字符')
  await administrator.fill('新密码', chosen)
  await administrator.fill('再输一次新密码', chosen)
  await administrator.press('修改密码')
  await administrator.heading('工作日历').waitFor()

  const stranger = await house.stranger('with the old password')
  await stranger.open('/desk/')
  await tries(stranger, username, printed)
  await stranger.page.getByRole('alert').getByText(/用户名或密码不对/).waitFor()
  for (let time = 2; time <= 6; time++) {
    await until(() => stranger.field('密码').inputValue().then(words => words === ''), 'an empty box for the next try')
    await tries(stranger, username, `wrong-${time}`)
  }
  await stranger.page.getByRole('alert').getByText(/账号已锁定 10 分钟/).waitFor()
  await until(() => stranger.field('密码').inputValue().then(words => words === ''), 'an empty box for the right password')
  await tries(stranger, username, chosen)
  await stranger.page.getByRole('alert').getByText(/账号已锁定 10 分钟/).waitFor()
  assert.match(stranger.page.url(), /sign-in/)
})
