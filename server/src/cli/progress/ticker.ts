/** The thread that draws what another one is doing: `⠹ Checking 10,000 files… 3 s`. */
import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { createLine, ERASED, type TickerInput } from './line';

/** What is done sooner needs no words. */
const DELAY = 500;
const TICK = 100;
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const STANDARD_ERROR = 2;

const begin = Date.now();
const line = createLine((workerData as TickerInput).shared);
let words = '';
let tick = 0;

parentPort!.on('message', (text: string) => (words = text));

const draw = (): void =>
  line.alone(() => {
    if (line.isClosed() || words === '') return;
    const seconds = Math.floor((Date.now() - begin) / 1000);
    const time = seconds > 0 ? ` ${seconds} s` : '';
    writeSync(STANDARD_ERROR, `${ERASED}${FRAMES[tick++ % FRAMES.length]!} ${words}…${time}`);
    line.setDrawn(true);
  });

setTimeout(() => {
  draw();
  setInterval(draw, TICK);
}, DELAY);
