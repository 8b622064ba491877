export * from './case'
export * from './line'
