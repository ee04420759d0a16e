import { expect, test } from 'vitest'
import { takeTurns } from './turns.ts'

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

test('whoever goes alone waits for those before, and those who come later wait', async () => {
  const turns = takeTurns()
  const story: string[] = []
  const tell = (name: string) => async () => {
    story.push(`${name} begins`)
    await pause(5)
    story.push(`${name} ends`)
  }
  await Promise.all([
    turns.beside(tell('first')),
    turns.beside(tell('second')),
    turns.alone(tell('alone')),
    turns.alone(tell('alone too')),
    turns.beside(tell('later')),
  ])
  expect(story).toEqual([
    'first begins',
    'second begins',
    'first ends',
    'second ends',
    'alone begins',
    'alone ends',
    'alone too begins',
    'alone too ends',
    'later begins',
    'later ends',
  ])
})

test('what fails is told, and the next goes on', async () => {
  const turns = takeTurns()
  const failing = async () => {
    throw new Error('lost a race')
  }
  await expect(turns.alone(failing)).rejects.toThrow('lost a race')
  await expect(turns.beside(failing)).rejects.toThrow('lost a race')
  expect(await turns.alone(async () => 1)).toBe(1)
  expect(await turns.beside(async () => 2)).toBe(2)
})
