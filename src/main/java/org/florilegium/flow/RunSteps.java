package org.florilegium.flow;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Runs a list of steps on every kept document, all in one DoFn; what was left out before passes through. */
public final class RunSteps extends PTransform<PCollection<Sighting>, PCollection<Sighting>> {
    private static final long serialVersionUID = 1L;

    private final StepChain steps;

    public RunSteps(StepChain steps) {
        this.steps = steps;
    }

    @Override
    public PCollection<Sighting> expand(PCollection<Sighting> sightings) {
        return sightings.apply("RunEachStep", ParDo.of(new StepsFn(steps))).setCoder(sightings.getCoder());
    }

    private static final class StepsFn extends DoFn<Sighting, Sighting> {
        private static final long serialVersionUID = 1L;

        private final StepChain steps;

        StepsFn(StepChain steps) {
            this.steps = steps;
        }

        @Setup
        public void open() {
            steps.open();
        }

        @Teardown
        public void close() {
            steps.close();
        }

        @ProcessElement
        public void process(@Element Sighting sighting, OutputReceiver<Sighting> out) {
            out.output(sighting instanceof Sighting.Kept kept ? steps.run(kept.parts()) : sighting);
        }
    }
}
