import { expect, test } from 'vitest'
import { readDeployment } from '../src/stage'

const read = (settings: Readonly<Record<string, unknown>>) => readDeployment(name => settings[name])
const dev = { stage: 'dev', region: 'cn-north-1' }

test('a stage and a region are enough for dev', () => {
  expect(read(dev)).toEqual({ stage: 'dev', region: 'cn-north-1', h5Origins: [] })
})

test.each([
  ['no stage', { region: 'cn-north-1' }],
  ['a stage that is none', { stage: 'test', region: 'cn-north-1' }],
  ['no region', { stage: 'dev' }],
  ['a region that AWS has not', { stage: 'dev', region: 'cn-south-9' }],
  ['prod whose alarms reach nobody', { stage: 'prod', region: 'cn-north-1' }],
  ['any origin', { ...dev, h5Origins: '*' }],
  ['a pattern of origins', { ...dev, h5Origins: 'https://*.example.cn' }],
  ['an origin in plain text', { ...dev, h5Origins: 'http://linli.example.cn' }],
  ['an origin with a path', { ...dev, h5Origins: 'https://linli.example.cn/' }],
  ['one good and one bad origin', { ...dev, h5Origins: 'https://linli.example.cn,null' }],
])('refuses %s', (_, settings) => {
  expect(() => read(settings)).toThrow()
})

test('origins are listed with commas', () => {
  const h5Origins = ['https://a.example.cn', 'https://b.example.cn:8443']
  expect(read({ ...dev, h5Origins: h5Origins.join() }).h5Origins).toEqual(h5Origins)
})
