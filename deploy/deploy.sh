#!/bin/sh
# 发布一版网站，或者退回上一版。访问的人不会看到半新半旧的网站：新的一版全部放好以后，才一步切换过去。
#
#   sh deploy.sh 离线包.zip [存放位置]     解开、核对、切换
#   sh deploy.sh --rollback [存放位置]     退回切换之前的那一版
#   sh deploy.sh --list [存放位置]         列出留着的各版
#
# 存放位置默认是/srv/xieshang-youfang，里面是releases文件夹和current、previous两个链接。
set -eu
KEEP=5

action=${1:?用法：sh deploy.sh 离线包.zip [存放位置]，或者 sh deploy.sh --rollback [存放位置]}
place=${2:-/srv/xieshang-youfang}
releases=$place/releases

# 先在旁边做好新链接，再改名盖上去：改名是一步完成的。
point() { # 链接名 目标
    ln -s "$2" "$place/.$1.$$"
    mv -T "$place/.$1.$$" "$place/$1"
}

switch_to() { # 版本文件夹名
    if [ -L "$place/current" ]; then point previous "$(readlink "$place/current")"; fi
    point current "releases/$1/site"
}

if [ "$action" = --list ]; then
    for release in "$releases"/*/; do basename "$release"; done
    echo "正在用：$(readlink "$place/current")"
    exit 0
fi

if [ "$action" = --rollback ]; then
    [ -L "$place/previous" ] || { echo "没有上一版可退。" >&2; exit 1; }
    back=$(readlink "$place/previous")
    point previous "$(readlink "$place/current")"
    point current "$back"
    echo "已退回：$back"
    exit 0
fi

digest=$(sha256sum "$action" | cut -c1-16)
if [ ! -d "$releases/$digest" ]; then
    mkdir -p "$releases"
    fresh=$releases/.$digest.$$
    trap 'rm -rf "$fresh"' EXIT
    mkdir "$fresh"
    if command -v unzip >/dev/null; then unzip -q "$action" -d "$fresh"; else python3 -m zipfile -e "$action" "$fresh"; fi
    sh "$fresh/xieshang-youfang/verify.sh" || { echo "离线包不完整，没有切换。" >&2; exit 1; }
    chmod -R a+rX "$fresh"
    # nginx tells files of the same size apart by their time, and in the package all times are the same
    find "$fresh" -type f -exec touch {} +
    mv "$fresh/xieshang-youfang" "$releases/$digest"
fi
switch_to "$digest"
echo "已切换到：$digest"

# 只留最近几版；正在用的和上一版不删。
ls -1t "$releases" | tail -n +$((KEEP + 1)) | while IFS= read -r old; do
    case "$(readlink "$place/current") $(readlink "$place/previous" 2>/dev/null || true)" in
        *"releases/$old/"*) ;;
        *) rm -rf "${releases:?}/$old" ;;
    esac
done
