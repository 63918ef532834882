/*
 * Finds out whether this browser, on this computer, shows the frames that it is asked for: sends it to frames of clips
 * that carry their numbers in the picture, and reads them there.
 */

import { type Rate, Timecode } from './frame-clock';
import { FrameCode } from './frame-code';
import { VideoFrames } from './video-frames';

export interface Finding {
  rate: string;
  checked: number;
  /** What differed, such as "asked for 17, shown 16, named 17". */
  differing: string[];
}

const frames = 200;
const seeks = 40;
const steps = 10;
const stops = 3;
const loadPatience = 8_000;

const rates: Array<Rate & { dropFrame: boolean; name: string }> = [
  { num: 24000, den: 1001, dropFrame: false, name: '23.976' },
  { num: 24, den: 1, dropFrame: false, name: '24' },
  { num: 25, den: 1, dropFrame: false, name: '25' },
  { num: 30000, den: 1001, dropFrame: true, name: '29.97' },
  { num: 60000, den: 1001, dropFrame: true, name: '59.94' },
];

export const checksInAll = rates.length * (seeks + steps + stops);

export class Calibration {
  private stopped = false;

  constructor(
    private readonly screen: HTMLElement,
    private readonly progress: (checked: number) => void,
  ) {}

  stop() {
    this.stopped = true;
  }

  /** Null when it was stopped. */
  async run(): Promise<Finding[] | null> {
    const findings: Finding[] = [];
    for (const rate of rates) {
      const finding = await this.runAt(rate, findings.length * (seeks + steps + stops));
      if (this.stopped) return null;
      findings.push(finding);
    }
    return findings;
  }

  private async runAt(rate: (typeof rates)[number], before: number): Promise<Finding> {
    const finding: Finding = { rate: rate.name, checked: 0, differing: [] };
    const clip = new VideoFrames({
      index: 0,
      type: 'VIDEO',
      url: new URL(`frame-check/${rate.num}-${rate.den}.mp4`, document.baseURI).href,
      name: `Numbered frames at ${rate.name} frames a second`,
      rate,
      frames,
      startFrame: 0,
      tcStart: null,
      dropFrame: rate.dropFrame,
    });
    clip.video.muted = true;
    this.screen.replaceChildren(clip.video);
    try {
      if (!(await opens(clip))) {
        finding.checked = 1;
        finding.differing.push('the clip does not play here');
        return finding;
      }
      const code = new FrameCode();
      const check = (asked: number | null) => {
        finding.checked++;
        this.progress(before + finding.checked);
        const difference = compare(clip, code.read(clip.video), asked);
        if (difference) finding.differing.push(difference);
      };
      for (let turn = 0; turn < seeks && !this.stopped; turn++) {
        const asked = Math.floor(Math.random() * frames);
        await clip.seek(asked);
        check(asked);
      }
      for (let turn = 0; turn < steps && !this.stopped; turn++) {
        const by = turn % 3 === 2 ? -1 : 1;
        const asked = clip.clock.land(clip.frame + by).frame;
        await clip.step(by);
        check(asked);
      }
      for (let turn = 0; turn < stops && !this.stopped; turn++) {
        await clip.seek(Math.floor(Math.random() * (frames / 2)));
        await clip.play();
        await later(250);
        await clip.pause();
        check(null);
      }
      return finding;
    } finally {
      clip.close();
    }
  }
}

/** What the picture says, what was asked for, and what number and time code the player gives it. */
function compare(clip: VideoFrames, shown: number | null, asked: number | null): string | null {
  const timecode = clip.clock.timecode(clip.frame);
  const meant = Timecode.parse(timecode);
  const found = meant && clip.clock.find(meant);
  if (shown === clip.frame && (asked === null || asked === shown) && found?.frame === shown) return null;
  return `${asked === null ? 'stopped' : `asked for ${asked}`}, shown ${shown ?? 'unreadable'}, named ${clip.frame}, ${timecode}`;
}

async function opens(clip: VideoFrames): Promise<boolean> {
  return Promise.race([clip.seek(0), later(loadPatience).then(() => false)]);
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, milliseconds));
}
