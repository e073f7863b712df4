const LONGEST_SIDE = 1600
const QUALITY = 0.8

/** Drawn anew, a photo is a tenth of its size and no longer tells where it was taken. */
export async function shrink(file: File): Promise<Blob> {
  const address = URL.createObjectURL(file)
  try {
    return await asJpeg(await opened(address))
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** The size to draw: never larger than the photo itself. */
export function fitting(width: number, height: number): { width: number, height: number } {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

function opened(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('not a picture this browser can read'))
    image.src = address
  })
}

function asJpeg(image: HTMLImageElement): Promise<Blob> {
  const { width, height } = fitting(image.naturalWidth, image.naturalHeight)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  return new Promise((resolve, reject) => {
    canvas.toBlob(blob => blob ? resolve(blob) : reject(new Error('not drawn')), 'image/jpeg', QUALITY)
  })
}
