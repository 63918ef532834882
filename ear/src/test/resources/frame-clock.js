// Runs in the page: reckons every example of the shared table with the player's clock, and returns those that differ.
(text) => {
  const table = JSON.parse(text);
  const differing = [];
  let compared = 0;
  const same = (vector, what, found, wanted) => {
    compared++;
    if (JSON.stringify(found) !== JSON.stringify(wanted)) {
      differing.push(`${what} of ${JSON.stringify(vector)} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
    }
  };
  const clock = ({ rate, frames = null, startFrame = 0, tcStart = null, dropFrame = false }) => {
    const player = document.createElement('review-player');
    const medium = { index: 0, type: 'VIDEO', url: 'data:,', name: '', frames, startFrame, tcStart, dropFrame };
    player.media = { ...medium, rate: { num: rate[0], den: rate[1] } };
    const made = player.clock;
    player.media = null;
    return made;
  };
  const of = (vector) => clock(table.clips[vector.clip]);

  for (const vector of table.timecodes) {
    same(vector, 'time code', clock(vector).timecode(vector.count), vector.timecode);
    same(vector, 'frame', clock(vector).read(vector.timecode, 0), { frame: vector.count, adjustments: [] });
  }
  for (const vector of table.afterMidnight) {
    same(vector, 'time code', clock(vector).timecode(vector.count), vector.timecode);
  }
  for (const vector of table.neverDropped) {
    const asked = clock({ ...vector, dropFrame: true });
    same(vector, 'counting', asked.dropFrame, false);
    same(vector, 'time code', asked.timecode(vector.count), vector.timecode);
  }
  for (const vector of table.leftOut) {
    const dropping = clock({ ...vector, dropFrame: true });
    const landing = { frame: vector.count, adjustments: ['ROUNDED_UP'] };
    same(vector, 'landing', dropping.read(vector.timecode, 0), landing);
    same(vector, 'next', dropping.timecode(vector.count), vector.next);
  }
  for (const vector of table.durations) {
    const [num, den] = vector.seconds;
    same(vector, 'beginning', clock({ ...vector, frames: null }).begin(vector.frames), num / den);
  }
  for (const vector of table.seekTimes) {
    same(vector, 'seek time', clock(vector).seekTime(vector.frame), vector.seekTime[0] / vector.seekTime[1]);
  }
  for (const vector of table.mediaTimes) {
    same(vector, 'frame', clock(vector).frameAt(Number(vector.seconds)), vector.frame);
  }
  for (const vector of table.positions) {
    same(vector, 'source frame', of(vector).sourceFrame(vector.frame), vector.sourceFrame);
    same(vector, 'time code', of(vector).timecode(vector.frame), vector.timecode);
  }
  for (const vector of table.goTo) {
    const { typed, current, frame, adjustments } = vector;
    same(vector, 'landing', of(vector).read(typed, current), { frame, adjustments });
  }
  for (const vector of table.unreadable) {
    same(vector, 'landing', of(vector).read(vector.typed, 0), null);
  }
  for (const vector of table.roundTrips.of) {
    const counting = clock(vector);
    let wrong = 0;
    for (let frame = 0; frame < table.roundTrips.frames; frame++) {
      const found = counting.read(counting.timecode(frame), 0).frame;
      if (found !== frame || counting.frameAt(counting.begin(frame)) !== frame) wrong++;
    }
    same(vector, 'frames that do not come back', wrong, 0);
  }
  return { compared, differing };
};
