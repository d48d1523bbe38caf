# 习惯用make的人可以用这里的短写法；每一条都只是转给run.py。
.PHONY: serve build check new fmt test bench export import release gate lock
serve build check new fmt test bench export import release gate lock:
	@python3 run.py $@
