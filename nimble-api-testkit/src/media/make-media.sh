#!/usr/bin/env bash
# Makes the media that the fake plays: eight seconds of ffmpeg's test picture and a tone, which loop without a seam.
# Needs ffmpeg (with libx264 and libmp3lame) and perl. The same ffmpeg makes the same files.
set -euo pipefail
cd "$(dirname "$0")"

ffmpeg=${FFMPEG:-ffmpeg}
media=../main/resources/io/github/nimbleapi/testkit/internal/media
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$media"

run() {
  "$ffmpeg" -nostdin -hide_banner -loglevel error -y "$@"
}

tone=sine=frequency=440:sample_rate=48000
picture=testsrc2=size=320x180:rate=25:duration=8,format=yuv420p

# A key frame every two seconds, and no frame that refers to a later one.
run -f lavfi -i "$picture" -c:v libx264 -profile:v baseline -bf 0 -g 50 -keyint_min 50 -sc_threshold 0 -threads 1 \
  -preset veryslow -b:v 90k -maxrate 120k -bufsize 120k -bitexact "$work/video.mp4"
# 375 whole frames from the middle, so that neither the encoder's start nor its end is heard at the seam.
run -f lavfi -i "$tone:duration=24" -ac 1 -c:a aac -b:a 32k -bitexact "$work/long.mp4"
run -ss 8 -i "$work/long.mp4" -t 8 -c copy -bitexact "$work/audio.mp4"
both=(-i "$work/video.mp4" -i "$work/audio.mp4" -c copy -bitexact)

run "${both[@]}" -movflags +faststart "$media/loop.mp4"

run "${both[@]}" -f hls -hls_time 2 -hls_list_size 0 -hls_segment_filename "$work/%d.ts" "$work/hls.m3u8"
for ts in "$work"/?.ts; do
  # Without the description of the service, which says nothing here, and which some static builds of ffmpeg crash on.
  perl -ne 'BEGIN { $/ = \188 } print unless (unpack("n", substr $_, 1) & 0x1fff) == 0x11' "$ts" > "$media/$(basename "$ts")"
done

run "${both[@]}" -f dash -seg_duration 2 -use_template 1 -use_timeline 1 -adaptation_sets "id=0,streams=v id=1,streams=a" \
  -init_seg_name '$RepresentationID$-init.mp4' -media_seg_name '$RepresentationID$-$Number$.m4s' "$work/dash.mpd"
for kind in 0:video 1:audio; do
  cp "$work/${kind%:*}-init.mp4" "$media/${kind#*:}-init.mp4"
  for number in 1 2 3 4; do
    cp "$work/${kind%:*}-$number.m4s" "$media/${kind#*:}-$((number - 1)).m4s"
  done
done

run -f lavfi -i "$tone:duration=8" -ac 1 -c:a libmp3lame -b:a 64k -reservoir 0 -write_xing 0 -id3v2_version 0 -bitexact \
  "$media/loop.mp3"
