import * as s from '@banyan/service-kit/service';
import * as d from 'drizzle-orm';
import * as z from '@hono/zod-openapi';
import { readFileSync } from 'node:fs';
const up=process.uptime(); void s; void d; void z;
const pss=()=>readFileSync('/proc/self/smaps_rollup','utf8').match(/Pss:.*/g)![0].replace(/\D+/g,'');
setTimeout(()=>{ console.log(process.execArgv.join(' '), 'up', up.toFixed(2), 'pss at 1.5s', pss()); },1500);
setTimeout(()=>{ console.log('   at 14s', pss(), process.memoryUsage().heapTotal>>20, process.memoryUsage().heapUsed>>20);process.exit()}, 14000);
