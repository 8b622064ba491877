// Preloaded into a process that shall take YIKE_MOMENT for now: from there its clock goes on as usual.
const RealDate = Date
const ahead = RealDate.parse(process.env.YIKE_MOMENT ?? '') - RealDate.now()
if (Number.isNaN(ahead)) throw new Error('YIKE_MOMENT is no moment')

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, shown) =>
    Reflect.construct(target, args.length === 0 ? [RealDate.now() + ahead] : args, shown),
  get: (target, name) => (name === 'now' ? () => RealDate.now() + ahead : Reflect.get(target, name)),
})
