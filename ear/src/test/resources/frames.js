// Runs in the page: tells what the player shows, sends it about in a numbered clip, and tells each time what the picture and the fields say.
async ({ seeks, steps, stops, seed }) => {
  const player = document.querySelector('review-player');
  const position = player.shadowRoot.querySelector('review-position');
  const canvas = document.createElement('canvas');
  canvas.width = 192;
  canvas.height = 64;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const bars = 12;

  // As web/src/frame-check/make-clips.sh writes them.
  const numberInPicture = () => {
    context.drawImage(player.shadowRoot.querySelector('.picture video'), 0, 0);
    const row = context.getImageData(0, 16, 192, 1).data;
    const isWhite = Array.from({ length: bars }, (_, bar) => row[4 * (16 * bar + 8)] > 125);
    const code = isWhite.slice(2);
    const isSound = isWhite[0] && !isWhite[1] && code.filter(Boolean).length % 2 === 0;
    return isSound ? code.slice(0, 9).reduce((sum, bit, index) => sum + (bit ? 2 ** index : 0), 0) : -1;
  };
  const act = (action) => document.dispatchEvent(new CustomEvent('room-action', { detail: { action, repeat: false } }));
  const random = (below) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((seed / 0x80000000) * below);
  };

  const seen = [];
  const look = async (asked) => {
    await player.updateComplete;
    await position.updateComplete;
    seen.push({
      asked,
      verified: player.verified,
      picture: numberInPicture(),
      frame: player.frame,
      source: position.shadowRoot.querySelector('#source').value,
      timecode: position.shadowRoot.querySelector('#timecode').value,
    });
  };

  const frames = player.media.frames;
  await look(-1);
  for (let turn = 0; turn < seeks; turn++) {
    const asked = random(frames);
    await player.seek(asked);
    await look(asked);
  }
  for (let turn = 0; turn < steps; turn++) {
    const by = turn % 3 === 2 ? -1 : 1;
    const asked = Math.min(Math.max(player.frame + by, 0), frames - 1);
    act(by > 0 ? 'step-forward' : 'step-back');
    await player.rest();
    await look(asked);
  }
  for (let turn = 0; turn < stops; turn++) {
    await player.seek(random(frames / 4));
    act('play-pause');
    let more = 5 + random(20);
    await new Promise((resolve) => {
      // A slow browser comes to the end of the clip earlier.
      const hear = ({ type, detail }) => {
        if (type === 'frame-shown' ? --more > 0 : detail.playing) return;
        player.removeEventListener('frame-shown', hear);
        player.removeEventListener('playing-changed', hear);
        resolve();
      };
      player.addEventListener('frame-shown', hear);
      player.addEventListener('playing-changed', hear);
    });
    act('stop');
    await player.rest();
    await look(-1);
  }
  return seen;
};
