#!/bin/sh
# Makes the clips with which a browser proves that it shows the frames that it is asked for (docs/player.md). Every frame
# carries its own number: twelve upright bars, 16 pixels wide, in the upper half. The first is white and the second black,
# for comparison; then come nine bits of the number, lowest first, white for 1; the last makes the number of white bits
# even. The lower half is for people: a mark that moves on by four pixels a frame.
set -eu

into=$(dirname "$0")/../main/webapp/frame-check
frames=200

bit='mod(floor(N/pow(2,floor(X/16)-2)),2)'
parity=0
for power in 0 1 2 3 4 5 6 7 8; do
    parity="$parity+mod(floor(N/pow(2,$power)),2)"
done
code="if(lt(X,16),1,if(lt(X,32),0,if(lt(X,176),$bit,mod($parity,2))))"
mark='lt(mod(X-4*N+1920,192),16)'
picture="if(lt(Y,32),16+219*($code),48+120*($mark))"

for rate in 24000/1001 24/1 25/1 30000/1001 60000/1001; do
    # The denominator as the duration of a frame makes every time stamp a whole number.
    ffmpeg -v error -y -f lavfi -i "nullsrc=size=192x64:rate=$rate" -frames:v $frames \
        -vf "format=gray,geq=lum='$picture',format=yuv420p,setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709" \
        -c:v libx264 -profile:v main -preset veryslow -crf 24 -bf 0 -g 12 -keyint_min 12 -sc_threshold 0 -flags +cgop \
        -video_track_timescale "${rate%/*}" -movflags +faststart -map_metadata -1 -fflags +bitexact -flags:v +bitexact \
        "$into/$(echo "$rate" | tr / -).mp4"
done
