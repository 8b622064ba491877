export * from './case'
export * from './page'
export * from './places'
export * from './publish'
