# `make` lists the targets. Nothing is installed outside target/ and Maven's own cache.
SHELL := /bin/bash
MVN ?= mvn -B -ntp
DEMO = bin/florilegium run pipelines/quickstart.yaml --set output=target/demo --fresh
DEMO_STREAM = bin/florilegium demo-stream
PYTHON_REQUIREMENTS := src/test/python/requirements.txt
BUILT := target/built.stamp
INPUTS := pom.xml $(shell find src/main schemas -type f 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help build test check format demo demo-stream golden bench bench-dedup bench-engine bench-peers mutate job-jar clean python train-language train train-classifiers evaluate evaluate-classifiers

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: $(BUILT) ## compile and gather target/lib, for bin/florilegium

$(BUILT): $(INPUTS)
	@echo "building (no tests)"
	@$(MVN) -q package -Dmaven.test.skip=true
	@.ci/archive_classes.sh
	@touch $@

python:
	@.ci/python.sh $(PYTHON_REQUIREMENTS)

test: python ## all tests, those with Python's Parquet readers too
	@$(MVN) test "-Dflorilegium.python=$$(cat target/py/python.path 2>/dev/null)"

check: python ## format check, Error Prone and NullAway as errors, version convergence, all tests
	@$(MVN) verify "-Dflorilegium.python=$$(cat target/py/python.path 2>/dev/null)"
	@touch $(BUILT)

format: ## lay the code out
	@$(MVN) -q spotless:apply

demo: $(BUILT) ## the samples in, a curated release out, in target/demo
	@rm -rf target/demo
	@$(DEMO)
	@bin/florilegium summary target/demo

demo-stream: $(BUILT) ## the same from a Kafka topic, killed once and resumed
	@$(DEMO_STREAM)

golden: ## rewrite the approved outputs; review the difference
	@$(MVN) -q test -Dtest='*GoldenTest' -Dsurefire.failIfNoSpecifiedTests=false -Dflorilegium.golden=rewrite
	@git --no-pager diff --stat -- src/test/resources/golden

bench: ## benchmarks of src/jmh (BENCH='-f 1 Name' to choose)
	@$(MVN) -q -Pbenchmark integration-test -DskipTests -Dspotless.check.skip $(if $(BENCH),"-Dbenchmark.arguments=$(BENCH)")

bench-dedup: ## heap and CPU seconds of clusters and repeated paragraphs of 1 to 5 million generated documents, and one bucket of 200,000
	@$(MVN) -q -Pbenchmark test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath -Dspotless.check.skip
	@java -Xmx256m -cp "target/test-classes:target/classes:$$(cat target/bench.classpath)" org.florilegium.dedup.ClusterMemory
	@java -Xmx256m -cp "target/test-classes:target/classes:$$(cat target/bench.classpath)" org.florilegium.dedup.UnitMemory

bench-peers: $(BUILT) ## side by side with datatrove and dolma, one core each (DOCUMENTS=300000 for 550 MB, TEXTS=corpus for texts of the corpus); installs them below target/peers
	@python3 src/bench/python/bench_peers.py --shared ../shared --output target/peers --documents $(or $(DOCUMENTS),30000) $(if $(TEXTS),--texts $(TEXTS))

bench-engine: $(BUILT) ## short documents through the whole engine with a heap of 2 GiB (DOCUMENTS=200000,500000; 5000000 takes long)
	@python3 src/bench/python/bench_engine.py --output target/engine $(if $(DOCUMENTS),--documents $(DOCUMENTS))

mutate: ## which changes to the plain classes does no test notice? (PIT; report in target/pit-reports)
	@$(MVN) -Pmutate test

train-language: ## the language model again from its packages (network; about half an hour)
	@$(MAKE) -C classifiers/training/language train

train-classifiers: ## tier 1 again from the labelled sets, and calibration, fusion and cards of all tiers (DATA=folder of the sets)
	@$(MAKE) -C classifiers/training train $(if $(DATA),DATA=$(abspath $(DATA)))

evaluate: evaluate-classifiers ## the same as evaluate-classifiers

evaluate-classifiers: ## every figure of every card again, into target/evaluate; fails where one differs (DATA=folder of the sets)
	@$(MAKE) -C classifiers/training evaluate $(if $(DATA),DATA=$(abspath $(DATA)))

train: train-classifiers

job-jar: ## target/florilegium-job.jar, to submit to a Flink cluster
	@$(MVN) -q -Pjob-jar package -Dmaven.test.skip=true
	@touch $(BUILT)
	@ls -l target/florilegium-job.jar

clean: ## remove target/
	@rm -rf target
