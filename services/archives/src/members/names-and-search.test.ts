import { describe, expect, test } from 'vitest';
import { maskAddress, maskIdNumber, maskPhone } from './masks.ts';
import { searchKeys } from './name-keys.ts';
import { readSearch } from './search-query.ts';

const today = '2026-11-23';

describe('search keys of a name', () => {
  test.each([
    ['李文博', '文博', 'liwenbo', 'wenbo', 'lwb'],
    ['欧阳娜娜', '娜娜', 'ouyangnana', 'nana', 'oynn'],
    ['欧阳', '阳', 'ouyang', 'yang', 'oy'],
    ['单雄信', '雄信', 'shanxiongxin', 'xiongxin', 'sxx'],
    ['吕布', '布', 'lvbu', 'bu', 'lb'],
    ['艾尔肯·买买提', '买买提', 'aierkenmaimaiti', 'maimaiti', 'aekmmt'],
    ['John Smith', 'Smith', 'johnsmith', 'smith', 'js'],
    ['王', '王', 'wang', 'wang', 'w'],
  ])('%s', (name, givenName, pinyin, givenPinyin, initials) => {
    expect(searchKeys(name)).toEqual({ givenName, pinyin, givenPinyin, initials });
  });
});

describe('what a search text asks for', () => {
  test.each([
    ['', null],
    ['   ', null],
    ['李', { kind: 'name', prefix: '李' }],
    ['艾尔肯·买', { kind: 'name', prefix: '艾尔肯·买' }],
    ['LiWen', { kind: 'letters', prefix: 'liwen' }],
    ["xi'an", { kind: 'letters', prefix: 'xian' }],
    ['lü', { kind: 'letters', prefix: 'lv' }],
    ['1000', { kind: 'tail', tail: '1000' }],
    ['100x', { kind: 'tail', tail: '100X' }],
    ['１０００', { kind: 'tail', tail: '1000' }],
    ['11010519491231002x', { kind: 'id-number', idNumber: '11010519491231002X' }],
    ['110105491231002', { kind: 'id-number', idNumber: '11010519491231002X' }],
    ['138 0013 8000', { kind: 'phone', phone: '13800138000' }],
    ['+86-13800138000', { kind: 'phone', phone: '13800138000' }],
    ['12345', { kind: 'nothing' }],
    ['110105194912310021', { kind: 'nothing' }],
  ])('%j', (text, query) => {
    expect(readSearch(text, today)).toEqual(query);
  });
});

describe('masks', () => {
  test('an ID number keeps its first and last four characters', () => {
    expect(maskIdNumber('650203199405121000')).toBe('6502****1000');
  });
  test.each([
    ['13812341111', '138****1111'],
    ['6881234', '****34'],
  ])('phone %s', (phone, mask) => {
    expect(maskPhone(phone)).toBe(mask);
  });
  test.each([
    ['新疆克拉玛依市白碱滩区中兴路1号', '新疆克拉玛依****'],
    ['北京', '北****'],
  ])('address %s', (address, mask) => {
    expect(maskAddress(address)).toBe(mask);
  });
});
