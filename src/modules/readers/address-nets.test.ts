import { describe, expect, test } from 'vitest'
import { MOST_OF_ADDRESS, MOST_OF_NET, netsOf } from './address-nets.ts'

const names = (address: string) => netsOf(address).map(({ name }) => name)

describe('what an address counts towards', () => {
  test.each<[string, string[]]>([
    ['192.0.2.1', ['192.0.2.1']],
    ['255.255.255.255', ['255.255.255.255']],
    // The same house whether the server listens on IPv4 or on both.
    ['::ffff:192.0.2.1', ['192.0.2.1']],
    ['::FFFF:192.0.2.1', ['192.0.2.1']],
    ['2001:db8:1:2:3:4:5:6', ['2001:db8:1:2/64', '2001:db8:1/48']],
    ['2001:0DB8:0001:0002::', ['2001:db8:1:2/64', '2001:db8:1/48']],
    ['2001:db8::1', ['2001:db8:0:0/64', '2001:db8:0/48']],
    ['2001:db8:1::', ['2001:db8:1:0/64', '2001:db8:1/48']],
    ['::1', ['0:0:0:0/64', '0:0:0/48']],
    ['::', ['0:0:0:0/64', '0:0:0/48']],
    ['1:2:3::4.5.6.7', ['1:2:3:0/64', '1:2:3/48']],
    ['64:ff9b::192.0.2.1', ['64:ff9b:0:0/64', '64:ff9b:0/48']],
    // A link-local address with the name of its line.
    ['fe80::1%eth0', ['fe80:0:0:0/64', 'fe80:0:0/48']],
    ['', ['unknown']],
    ['unix:/run/x.sock', ['unknown']],
    ['192.0.2.256', ['unknown']],
  ])('%s: %j', (address, nets) => {
    expect(names(address)).toEqual(nets)
  })

  test.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', 'all', 'a house changes its address at will'],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', 'wide', 'the next line of the same customer'],
    ['2001:db8:1:2::1', '2001:db8:2:2::1', 'none', 'another customer'],
    ['192.0.2.1', '192.0.2.2', 'none', 'the neighbour'],
  ] as const)('%s and %s share %s: %s', (one, other, shared, _why) => {
    const common = names(one).filter((name) => names(other).includes(name))
    expect(common).toEqual(shared === 'all' ? names(one) : shared === 'wide' ? names(one).slice(1) : [])
  })

  test('a line has room for an office, a net for four of them; who has no address shares one', () => {
    expect(netsOf('192.0.2.1').map(({ most }) => most)).toEqual([MOST_OF_ADDRESS])
    expect(netsOf('2001:db8::1').map(({ most }) => most)).toEqual([MOST_OF_ADDRESS, MOST_OF_NET])
    expect(netsOf('?')).toEqual([{ name: 'unknown', most: MOST_OF_ADDRESS }])
    expect([MOST_OF_ADDRESS, MOST_OF_NET]).toEqual([50, 200])
  })
})
