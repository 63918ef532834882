#!/bin/sh
# Makes the demo's media: paints the frames, burns in shot, version, frame number and timecode, and encodes for frame-accurate review
# (H.264, constant rate, no B-frames, a key frame every 12 frames, index first). Needs a JDK, ffmpeg with libx264, and the DejaVu fonts.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
out=$(CDPATH='' cd -- "$here/../resources" && pwd)/demo
classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
mono=/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf
bold=/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf

mkdir -p "$out"
javac -d "$classes" "$here/LanternfishPainter.java"

# frames SCENE LOOK WIDTH HEIGHT FIRST COUNT
frames() {
    java -cp "$classes" LanternfishPainter "$@"
}

label() { # FONT SIZE X Y ALPHA TEXT-OPTIONS
    printf "drawtext=fontfile=%s:fontsize=%s:x=%s:y=%s:fontcolor=white@%s:shadowcolor=black@0.55:shadowx=1:shadowy=1:%s" "$@"
}

# clip NAME VERSION SCENE LOOK FIRST RATE SHOT QUALITY
clip() {
    echo "$1-v$2.mp4"
    timecode=$(label "$mono" 18 w-tw-28 h-38 0.85 "timecode='01\\:00\\:00\\:00':rate=$6:text=''")
    number=$(label "$bold" 24 '(w-tw)/2' h-42 0.95 "text='%{eif\\:n+1001\\:d}'")
    shot=$(label "$mono" 18 28 h-38 0.85 "text='lanternfish  $7'")
    version=$(label "$bold" 24 w-tw-28 24 0.95 "text='v$2'")
    frames "$3" "$4" 960 540 "$5" 100 |
        ffmpeg -v error -y -f rawvideo -pix_fmt rgb24 -s 960x540 -r "$6" -i - \
            -vf "drawbox=y=ih-60:h=60:color=black@0.28:t=fill,$shot,$number,$timecode,$version,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p" \
            -c:v libx264 -preset veryslow -profile:v high -crf "$8" -bf 0 -g 12 -keyint_min 12 -sc_threshold 0 -flags +cgop \
            -aq-mode 3 -colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv \
            -video_track_timescale "${6%/*}" -fps_mode passthrough -threads 1 -map_metadata -1 -fflags +bitexact -flags:v +bitexact -an \
            -movflags +faststart "$out/$1-v$2.mp4"
    still "$1-v$2-poster" "$3" "$4" 640 360 "$(($5 + 50))" 3
}

# still NAME SCENE LOOK WIDTH HEIGHT FRAME QUALITY
still() {
    frames "$2" "$3" "$4" "$5" "$6" 1 |
        ffmpeg -v error -y -f rawvideo -pix_fmt rgb24 -s "$4x$5" -i - -frames:v 1 -pix_fmt yuvj420p -q:v "$7" \
            -map_metadata -1 -fflags +bitexact -flags:v +bitexact -update 1 "$out/$1.jpg"
}

clip descent 1 DESCENT COLD 30 24 'sh010 comp' 22
clip descent 2 DESCENT WARM 30 24 'sh010 comp' 22
clip descent 3 DESCENT JADE 30 24 'sh010 comp' 22
clip shoal 1 SHOAL COLD 0 24000/1001 'sh020 anim' 25
clip shoal 2 SHOAL WARM 0 24000/1001 'sh020 anim' 25
clip shoal 3 SHOAL JADE 0 24000/1001 'sh020 anim' 25
still portrait-v1 PORTRAIT COLD 1920 1080 0 2
still portrait-v1-poster PORTRAIT COLD 640 360 0 3
still portrait-v2 PORTRAIT WARM 1920 1080 0 2
still portrait-v2-poster PORTRAIT WARM 640 360 0 3
still portrait-v3 PORTRAIT JADE 1920 1080 0 2
still portrait-v3-poster PORTRAIT JADE 640 360 0 3
du -bc "$out"/* | tail -n 1
