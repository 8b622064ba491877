export * from './case'
export * from './page'
export * from './publish'
