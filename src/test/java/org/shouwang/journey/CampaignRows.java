package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.as;
import static org.shouwang.journey.MatrixRow.one;
import static org.shouwang.journey.Requests.fresh;
import static org.shouwang.journey.Requests.get;
import static org.shouwang.journey.Requests.post;
import static org.shouwang.journey.Requests.put;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwang.platform.Right;
import org.shouwang.task.campaign.CampaignForms;

/** The rows of campaigns. Nothing here is stored: a campaign of a village would give everybody there tasks. */
final class CampaignRows {

    private CampaignRows() {}

    static final List<MatrixRow> ALL = List.of(
            // Refused when all else is known: it is over.
            one(
                    "putCampaign",
                    Right.CAMPAIGN_WRITE,
                    422,
                    (who, at) -> put(
                            who,
                            CampaignForms.visits(LocalDate.parse("2026-01-04"), List.of(), at.village()),
                            "/campaigns/{id}")),
            // One that is not there: whose are seen where is asked in CampaignApiTest.
            as("getCampaign", notThere(Right.CAMPAIGN_READ), (who, at) -> get(who, "/campaigns/{id}", fresh())),
            as(
                    "getCampaignProgress",
                    notThere(Right.CAMPAIGN_LIST),
                    (who, at) -> get(who, "/campaigns/{id}/progress", fresh())),
            as(
                    "extendCampaign",
                    notThere(Right.CAMPAIGN_WRITE),
                    (who, at) -> post(
                            who,
                            Map.of("id", fresh(), "reason", "试验", "endOn", "2026-01-31"),
                            "/campaigns/{id}/extend",
                            fresh())),
            as(
                    "closeCampaign",
                    notThere(Right.CAMPAIGN_WRITE),
                    (who, at) -> post(who, Map.of("id", fresh(), "reason", "试验"), "/campaigns/{id}/close", fresh())),
            as(
                    "listCampaigns",
                    asker -> Set.of(asker.may(Right.CAMPAIGN_LIST) ? 200 : 403),
                    (who, at) -> who.get("/api/v1/campaigns?area=" + at.village())));

    private static MatrixRow.Expectation notThere(Right right) {
        return asker -> Set.of(asker.may(right) ? 404 : 403);
    }
}
