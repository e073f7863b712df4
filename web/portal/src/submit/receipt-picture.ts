import type { Receipt } from '../api/portal'

const WIDTH = 720
const HEIGHT = 480

/** The receipt as a picture for the photo album; in any browser in which a canvas can be drawn on. */
export function receiptPicture(receipt: Receipt, words: Record<'house' | 'number' | 'code' | 'received', string>) {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const pen = canvas.getContext('2d')
  if (!pen) return ''
  const family = getComputedStyle(document.body).fontFamily
  const line = (text: string, y: number, size: number, colour = '#1f2329', weight = 'normal') => {
    pen.font = `${weight} ${size}px ${family}`
    pen.fillStyle = colour
    pen.fillText(text, 40, y, WIDTH - 80)
  }
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.fillStyle = '#1456b8'
  pen.fillRect(0, 0, WIDTH, 12)
  line(words.house, 76, 30, '#0e3f8a', 'bold')
  line(words.number, 150, 26, '#595f69')
  line(receipt.number, 206, 48, '#1f2329', 'bold')
  line(words.code, 280, 26, '#595f69')
  line(receipt.queryCode, 336, 48, '#1f2329', 'bold')
  line(words.received, 420, 26, '#595f69')
  return canvas.toDataURL('image/png')
}
