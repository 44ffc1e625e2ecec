// Runs inside the page of timeline.bench.ts: the same plan for each Gantt chart, and what a user waits for.
/* global window, document, requestAnimationFrame, performance, MessageEvent, HTMLElement */

const DAY = 1440;
/** 2026-01-05, a Monday, in plan minutes. */
const START = Date.UTC(2026, 0, 5) / 60_000;

/** Tasks in phases of 25, each of some days; links lead from earlier tasks to later ones. The same numbers give the same plan. */
function plan(count, linkCount) {
  let seed = 1;
  const below = (n) => (seed = (seed * 48_271) % 2_147_483_647) % n;
  const tasks = [];
  while (tasks.length < count) {
    const phase = tasks.length;
    tasks.push({ name: `Phase ${phase / 26 + 1}`, holder: -1, from: 0, days: 20 });
    for (let part = 0; part < 25 && tasks.length < count; part++)
      tasks.push({ name: `Task ${tasks.length} of the rollout`, holder: phase, from: 0, days: 1 + below(9) });
  }
  const leaves = tasks.flatMap(({ holder }, index) => (holder < 0 ? [] : [index]));
  leaves.forEach((index, at) => (tasks[index].from = Math.floor(at / 20) + below(10)));
  const links = Array.from({ length: linkCount }, () => {
    const before = below(leaves.length - 1);
    return { from: leaves[before], to: leaves[Math.min(leaves.length - 1, before + 1 + below(40))] };
  });
  return { tasks, links };
}

/** Until the frame that shows the work has been painted. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

async function firstPaint(draw) {
  // What was left over from making the plan is not the chart's to clean up.
  window.gc?.();
  await painted();
  const begin = performance.now();
  await draw();
  await painted();
  return performance.now() - begin;
}

const nodes = () => document.querySelectorAll('*').length;

function timelineOf({ tasks, links }) {
  const bars = tasks.map(({ name, holder, from, days }, index) => ({
    key: `T-${index}`,
    id: `T-${index}`,
    title: name,
    type: holder < 0 ? 'phase' : 'task',
    start: START + from * DAY + 480,
    finish: START + (from + days) * DAY,
    ...(index % 7 === 0 ? { critical: true } : {}),
    ...(index % 3 === 0 ? { progress: 0.4, assignees: ['lin'] } : {}),
  }));
  const last = bars.reduce((latest, { finish }) => Math.max(latest, finish), START);
  return {
    ...{ revision: 1, root: '', title: 'Bench', start: START, finish: last, dayLength: 480, bars },
    ...{ holders: tasks.map(({ holder }) => holder), links: links.map((link) => ({ ...link, type: 'FS' })) },
    ...{ nonWorking: [], people: [], requirements: [], words: {}, syntaxErrors: 0 },
  };
}

const post = (message) => window.dispatchEvent(new MessageEvent('message', { data: message }));

const frames = async (count, move) => {
  const work = [];
  const gaps = [];
  let before = performance.now();
  for (let frame = 0; frame < count; frame++) {
    await new Promise(requestAnimationFrame);
    const begin = performance.now();
    gaps.push(begin - before);
    before = begin;
    move(frame);
    // Rendering of the components is a microtask; then layout is forced, which the browser would do before it paints.
    await Promise.resolve();
    await Promise.resolve();
    document.body.getBoundingClientRect();
    work.push(performance.now() - begin);
  }
  return { work: work.sort((a, b) => a - b), gaps: gaps.slice(1).sort((a, b) => a - b) };
};

window.bench = {
  /** Milliseconds to the first paint of our own timeline, and the nodes of the page then. */
  async ours(count, linkCount) {
    const timeline = timelineOf(plan(count, linkCount));
    window.shown = timeline;
    const paint = await firstPaint(() => post({ type: 'timeline', timeline }));
    return { paint, nodes: nodes() };
  },

  /** Frames while panning through the whole plan, and while zooming in and out. */
  async move() {
    const scroller = document.querySelector('.scroller');
    for (let step = 0; step < 12; step++) window.dispatchEvent(new window.KeyboardEvent('keydown', { key: '+' }));
    await painted();
    const deepest = scroller.scrollHeight - scroller.clientHeight;
    const widest = scroller.scrollWidth - scroller.clientWidth;
    const pan = await frames(180, (frame) => {
      scroller.scrollTop = (deepest * frame) / 180;
      scroller.scrollLeft = (widest * frame) / 180;
      scroller.dispatchEvent(new window.Event('scroll'));
    });
    const zoom = await frames(120, (frame) => {
      const deltaY = frame % 60 < 30 ? 12 : -12;
      scroller.dispatchEvent(
        new window.WheelEvent('wheel', { deltaY, ctrlKey: true, clientX: 800, clientY: 300, cancelable: true }),
      );
    });
    return { pan, zoom, nodes: nodes() };
  },

  /** Milliseconds of script for a keystroke that changes one bar, again and again. */
  async patch(count) {
    const all = [];
    let revision = window.shown.revision;
    for (let round = 0; round < count; round++) {
      const bar = { ...window.shown.bars[5], title: `Typed ${'x'.repeat(round % 20)}` };
      const patch = { base: revision, revision: ++revision, changes: {}, bars: [[5, bar]] };
      await painted();
      const begin = performance.now();
      post({ type: 'patch', patch });
      await Promise.resolve();
      await Promise.resolve();
      all.push(performance.now() - begin);
    }
    return all.sort((a, b) => a - b);
  },

  async dhtmlx(count, linkCount) {
    const { tasks, links } = plan(count, linkCount);
    const place = document.getElementById('timeline');
    const data = {
      data: tasks.map(({ name, holder, from, days }, index) => ({
        ...{ id: index + 1, text: name, start_date: new Date(2026, 0, 5 + from), duration: days, open: true },
        parent: holder + 1,
      })),
      links: links.map(({ from, to }, index) => ({ id: index + 1, source: from + 1, target: to + 1, type: '0' })),
    };
    const { gantt } = window;
    const paint = await firstPaint(() => {
      gantt.init(place);
      gantt.parse(data);
    });
    return { paint, nodes: nodes() };
  },

  async frappe(count, linkCount) {
    const { tasks, links } = plan(count, linkCount);
    const before = tasks.map(() => []);
    for (const { from, to } of links) before[to].push(`T-${from}`);
    const day = (offset) => new Date(Date.UTC(2026, 0, 5 + offset)).toISOString().slice(0, 10);
    const data = tasks.map(({ name, from, days }, index) => ({
      ...{ id: `T-${index}`, name, start: day(from), end: day(from + days), progress: 20 },
      dependencies: before[index].join(', '),
    }));
    const place = document.getElementById('timeline');
    const paint = await firstPaint(() => new window.Gantt(place, data, {}));
    return { paint, nodes: nodes(), drawn: place instanceof HTMLElement };
  },

  async mermaid(count) {
    const day = (offset) => new Date(Date.UTC(2026, 0, 5 + offset)).toISOString().slice(0, 10);
    const lines = plan(count, 0).tasks.map(({ name, holder, from, days }, index) =>
      holder < 0 ? `section ${name}` : `${name} :t${index}, ${day(from)}, ${days}d`,
    );
    const text = ['gantt', 'dateFormat YYYY-MM-DD', ...lines].join('\n');
    const { mermaid } = window;
    mermaid.initialize({ startOnLoad: false, maxTextSize: text.length });
    const place = document.getElementById('timeline');
    const paint = await firstPaint(async () => {
      place.innerHTML = (await mermaid.render('chart', text)).svg;
    });
    return { paint, nodes: nodes() };
  },
};
